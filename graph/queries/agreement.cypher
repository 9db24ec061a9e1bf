// Everything that is said of one agreement, with the words that say it.
// Parameters: $id.
// Columns: the values of "agreements"; evidence, period_evidence, signed_evidence, held_evidence, each
//   {document, starts, ends, quotes, inferred}; places [{id, name, evidence}]; approved_by [{id, name}];
//   parties [{id, name, kind, role, through, evidence}], fields [{id, name, name_en, evidence}];
//   continues [id], continued_by [id].
MATCH (d:Document)-[:STATES]->(a:Agreement {id: $id})
RETURN a.id AS id, a.kind AS kind, a.title AS title, a.form AS form,
       a.period_start AS period_start, a.period_end AS period_end, coalesce(a.period_open_ended, false) AS open_ended,
       a.signed AS signed, a.held AS held,
       d.id AS document, coalesce(d.title, d.number, d.file_name) AS document_title,
       {document: d.id, starts: coalesce(a.starts, []), ends: coalesce(a.ends, []), quotes: coalesce(a.quotes, []),
        inferred: null} AS evidence,
       {document: d.id, starts: coalesce(a.period_starts, []), ends: coalesce(a.period_ends, []),
        quotes: coalesce(a.period_quotes, []), inferred: a.period_inferred} AS period_evidence,
       {document: d.id, starts: coalesce(a.signed_starts, []), ends: coalesce(a.signed_ends, []),
        quotes: coalesce(a.signed_quotes, []), inferred: a.signed_inferred} AS signed_evidence,
       {document: d.id, starts: coalesce(a.held_starts, []), ends: coalesce(a.held_ends, []),
        quotes: coalesce(a.held_quotes, []), inferred: a.held_inferred} AS held_evidence,
       COLLECT {
         MATCH (a)-[claim:HELD_IN]->(place:Locality)
         RETURN {id: place.id, name: place.name,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred}}
         ORDER BY place.id
       } AS places,
       COLLECT { MATCH (a)-[:APPROVED_BY]->(body:Body) RETURN {id: body.id, name: body.name} ORDER BY body.id } AS approved_by,
       COLLECT {
         MATCH (a)-[party:HAS_PARTY]->(side:Locality|Body)
         RETURN {id: side.id, name: party.name, kind: coalesce(side.kind, "body"), role: party.role, through: party.through,
                 evidence: {document: d.id, starts: coalesce(party.starts, []), ends: coalesce(party.ends, []),
                            quotes: coalesce(party.quotes, []), inferred: party.inferred}}
         ORDER BY party.position, side.id
       } AS parties,
       COLLECT {
         MATCH (a)-[claim:HAS_FIELD]->(field:Field)
         RETURN {id: field.id, name: field.name, name_en: field.name_en,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred}}
         ORDER BY claim.position, field.id
       } AS fields,
       COLLECT { MATCH (a)-[:CONTINUES]->(earlier:Agreement) RETURN earlier.id ORDER BY earlier.id } AS continues,
       COLLECT { MATCH (later:Agreement)-[:CONTINUES]->(a) RETURN later.id ORDER BY later.id } AS continued_by
