// Everything that is said of one agreement, with the words that say it: a row for each document that tells of it.
// Parameters: $id.
// Columns: the values of "agreements", "consolidated" only where it is another one; evidence, period_evidence, signed_evidence, held_evidence, each
//   {document, starts, ends, quotes, inferred, confidence, judged}; places [{id, name, evidence}]; approved_by [{id, name}];
//   parties [{id, name, kind, role, through, evidence}], fields [{id, name, name_en, evidence}];
//   continues [id], continued_by [id].
// judged is what people said of it: parallel lists, null where nobody did.
MATCH (:Agreement {id: $id})<-[:CONSOLIDATED_AS*0..1]-(a:Agreement)<-[:STATES]-(d:Document)
RETURN head(COLLECT { MATCH (a)-[:CONSOLIDATED_AS]->(one:Agreement) RETURN one.id ORDER BY one.id }) AS consolidated,
       a.id AS id, a.kind AS kind, a.title AS title, a.form AS form,
       a.period_start AS period_start, a.period_end AS period_end, coalesce(a.period_open_ended, false) AS open_ended,
       a.signed AS signed, a.held AS held,
       d.id AS document, coalesce(d.title, d.number, d.file_name) AS document_title,
       {document: d.id, starts: coalesce(a.starts, []), ends: coalesce(a.ends, []), quotes: coalesce(a.quotes, []),
        inferred: null, confidence: a.confidence,
        judged: {verdicts: a.verdicts, corrected: a.corrected, corrected_by: a.corrected_by, corrected_at: a.corrected_at, corrected_why: a.corrected_why, corrected_source: a.corrected_source}} AS evidence,
       {document: d.id, starts: coalesce(a.period_starts, []), ends: coalesce(a.period_ends, []),
        quotes: coalesce(a.period_quotes, []), inferred: a.period_inferred, confidence: a.period_confidence,
        judged: {verdicts: a.period_verdicts, corrected: a.period_corrected, corrected_by: a.period_corrected_by,
                 corrected_at: a.period_corrected_at, corrected_why: a.period_corrected_why, corrected_source: a.period_corrected_source}} AS period_evidence,
       {document: d.id, starts: coalesce(a.signed_starts, []), ends: coalesce(a.signed_ends, []),
        quotes: coalesce(a.signed_quotes, []), inferred: a.signed_inferred, confidence: a.signed_confidence,
        judged: {verdicts: a.signed_verdicts, corrected: a.signed_corrected, corrected_by: a.signed_corrected_by,
                 corrected_at: a.signed_corrected_at, corrected_why: a.signed_corrected_why, corrected_source: a.signed_corrected_source}} AS signed_evidence,
       {document: d.id, starts: coalesce(a.held_starts, []), ends: coalesce(a.held_ends, []),
        quotes: coalesce(a.held_quotes, []), inferred: a.held_inferred, confidence: a.held_confidence,
        judged: {verdicts: a.held_verdicts, corrected: a.held_corrected, corrected_by: a.held_corrected_by,
                 corrected_at: a.held_corrected_at, corrected_why: a.held_corrected_why, corrected_source: a.held_corrected_source}} AS held_evidence,
       COLLECT {
         MATCH (a)-[claim:HELD_IN]->(place:Locality)
         RETURN {id: place.id, name: place.name,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY place.id
       } AS places,
       COLLECT { MATCH (a)-[:APPROVED_BY]->(body:Body) RETURN {id: body.id, name: body.name} ORDER BY body.id } AS approved_by,
       COLLECT {
         MATCH (a)-[party:HAS_PARTY]->(side:Locality|Body)
         RETURN {id: side.id, name: party.name, kind: coalesce(side.kind, "body"), role: party.role, through: party.through,
                 evidence: {document: d.id, starts: coalesce(party.starts, []), ends: coalesce(party.ends, []),
                            quotes: coalesce(party.quotes, []), inferred: party.inferred, confidence: party.confidence,
                            judged: {verdicts: party.verdicts, corrected: party.corrected, corrected_by: party.corrected_by, corrected_at: party.corrected_at, corrected_why: party.corrected_why, corrected_source: party.corrected_source}}}
         ORDER BY party.position, side.id
       } AS parties,
       COLLECT {
         MATCH (a)-[claim:HAS_FIELD]->(field:Field)
         RETURN {id: field.id, name: field.name, name_en: field.name_en,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY claim.position, field.id
       } AS fields,
       COLLECT {
         MATCH (a)-[:CONTINUES]->(:Agreement)-[:CONSOLIDATED_AS*0..1]->(earlier:Agreement)
         WHERE NOT EXISTS { (earlier)-[:CONSOLIDATED_AS]->(:Agreement) }
         RETURN DISTINCT earlier.id ORDER BY earlier.id
       } AS continues,
       COLLECT {
         MATCH (a)<-[:CONTINUES]-(:Agreement)-[:CONSOLIDATED_AS*0..1]->(later:Agreement)
         WHERE NOT EXISTS { (later)-[:CONSOLIDATED_AS]->(:Agreement) }
         RETURN DISTINCT later.id ORDER BY later.id
       } AS continued_by
ORDER BY id
