// Which agreements there are, the latest first.
// Parameters (null: any):
//   $document, $body: ids; $kind of agreement; $localities, $fields: lists of ids, one of which has to be there;
//   $period_from, $period_to: years, of which the period, or else the year of signing or meeting, has to touch one;
//   $tokens: search terms (graph.search), all of which the agreement, its parties, fields or document have to have.
//   $skip, $limit: the page.
// Columns: id, kind, title, form, period_start, period_end, open_ended, signed, held, document, document_title,
//   parties [{id, name, kind, role}], fields [{id, name, name_en}].
MATCH (d:Document)-[:STATES]->(a:Agreement)
WHERE ($document IS NULL OR d.id = $document)
  AND ($kind IS NULL OR a.kind = $kind)
  AND ($localities IS NULL OR EXISTS { MATCH (a)-[:HAS_PARTY]->(l:Locality) WHERE l.id IN $localities })
  AND ($fields IS NULL OR EXISTS { MATCH (a)-[:HAS_FIELD]->(f:Field) WHERE f.id IN $fields })
  AND ($body IS NULL
       OR EXISTS { MATCH (a)-[:HAS_PARTY|APPROVED_BY]->(b:Body) WHERE b.id = $body }
       OR EXISTS { MATCH (a)-[party:HAS_PARTY]->(:Locality) WHERE party.through = $body }
       OR EXISTS { MATCH (a)<-[:PART_OF]-(:Task)-[:LED_BY|PARTNERED_BY]->(b:Body) WHERE b.id = $body })
WITH d, a,
     coalesce(
       a.period_start,
       CASE WHEN a.period_end IS NULL THEN toInteger(substring(coalesce(a.signed, a.held, ""), 0, 4)) ELSE 0 END) AS first
WITH d, a, first,
     CASE WHEN a.period_open_ended OR (a.period_start IS NOT NULL AND a.period_end IS NULL) THEN 9999
          ELSE coalesce(a.period_end, first) END AS last
WHERE ($period_from IS NULL OR last >= $period_from) AND ($period_to IS NULL OR first <= $period_to)
WITH d, a, first,
     CASE WHEN size(coalesce($tokens, [])) = 0 THEN []
          ELSE [coalesce(a.search, ""), coalesce(d.search, "")]
               + COLLECT { MATCH (a)-[:HAS_PARTY|HAS_FIELD]->(named) RETURN coalesce(named.search, "") } END AS keys
WHERE all(token IN coalesce($tokens, []) WHERE any(key IN keys WHERE key CONTAINS token))
WITH d, a, first ORDER BY coalesce(first, 0) DESC, a.id SKIP $skip LIMIT $limit
RETURN a.id AS id, a.kind AS kind, a.title AS title, a.form AS form,
       a.period_start AS period_start, a.period_end AS period_end, coalesce(a.period_open_ended, false) AS open_ended,
       a.signed AS signed, a.held AS held,
       d.id AS document, coalesce(d.title, d.number, d.file_name) AS document_title,
       COLLECT {
         MATCH (a)-[party:HAS_PARTY]->(side:Locality|Body)
         RETURN {id: side.id, name: party.name, kind: coalesce(side.kind, "body"), role: party.role}
         ORDER BY party.position, side.id
       } AS parties,
       COLLECT {
         MATCH (a)-[claim:HAS_FIELD]->(field:Field)
         RETURN {id: field.id, name: field.name, name_en: field.name_en}
         ORDER BY claim.position, field.id
       } AS fields
ORDER BY coalesce(first, 0) DESC, id
