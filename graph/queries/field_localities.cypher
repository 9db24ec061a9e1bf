// Which localities cooperate on a field: one row for each locality and agreement, with the words that say both.
// Parameters: $fields: list of ids (a field and what is narrower).
// Columns: id, name, kind of the locality; agreement (the one that all documents tell of), title, agreement_kind, period_start, period_end, open_ended, signed,
//   document, document_title, role, party {document, starts, ends, quotes, inferred, confidence, judged}, fields [{id, name, name_en, evidence}].
MATCH (l:Locality)<-[party:HAS_PARTY]-(a:Agreement)<-[:STATES]-(d:Document)
WHERE EXISTS { MATCH (a)-[:HAS_FIELD]->(f:Field) WHERE f.id IN $fields }
RETURN l.id AS id, l.name AS name, l.kind AS kind,
       coalesce(head(COLLECT { MATCH (a)-[:CONSOLIDATED_AS]->(one:Agreement) RETURN one.id }), a.id) AS agreement, a.title AS title, a.kind AS agreement_kind,
       a.period_start AS period_start, a.period_end AS period_end, coalesce(a.period_open_ended, false) AS open_ended,
       a.signed AS signed, d.id AS document, coalesce(d.title, d.number, d.file_name) AS document_title, party.role AS role,
       {document: d.id, starts: coalesce(party.starts, []), ends: coalesce(party.ends, []),
        quotes: coalesce(party.quotes, []), inferred: party.inferred, confidence: party.confidence,
        judged: {verdicts: party.verdicts, corrected: party.corrected, corrected_by: party.corrected_by, corrected_at: party.corrected_at, corrected_why: party.corrected_why, corrected_source: party.corrected_source}} AS party,
       COLLECT {
         MATCH (a)-[claim:HAS_FIELD]->(field:Field) WHERE field.id IN $fields
         RETURN {id: field.id, name: field.name, name_en: field.name_en,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY claim.position, field.id
       } AS fields
ORDER BY id, coalesce(period_start, 0) DESC, agreement, document, a.id
