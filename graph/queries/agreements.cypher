// Which agreements there are, the latest first, each found by what any of its documents says; as each document tells it.
// Parameters (null: any):
//   $document, $body: ids; $kind of agreement; $localities, $fields: lists of ids, one of which has to be there;
//   $period_from, $period_to: years, of which the period, or else the year of signing or meeting, has to touch one;
//   $tokens: search terms (graph.search), all of which the agreement, its parties, fields or document have to have.
//   $skip, $limit: the page.
// Columns: consolidated (id of the agreement), id (as the document tells it), kind, title, form, period_start, period_end,
//   open_ended, signed, held, document, document_title, parties [{id, name, kind, role}], fields [{id, name, name_en}].
MATCH (a:Agreement)
WHERE NOT EXISTS { (a)-[:CONSOLIDATED_AS]->(:Agreement) }
  AND ($document IS NULL
       OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)<-[:STATES]-(d:Document) WHERE d.id = $document })
  AND ($kind IS NULL OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(m:Agreement) WHERE m.kind = $kind })
  AND ($localities IS NULL
       OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)-[:HAS_PARTY]->(l:Locality) WHERE l.id IN $localities })
  AND ($fields IS NULL
       OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)-[:HAS_FIELD]->(f:Field) WHERE f.id IN $fields })
  AND ($body IS NULL
       OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)-[:HAS_PARTY|APPROVED_BY]->(b:Body) WHERE b.id = $body }
       OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)-[party:HAS_PARTY]->(:Locality) WHERE party.through = $body }
       OR EXISTS { MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)<-[:PART_OF]-(:Task)-[:LED_BY|PARTNERED_BY]->(b:Body)
                   WHERE b.id = $body })
WITH a, head(COLLECT {
       MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(m:Agreement)
       RETURN m ORDER BY m.period_start IS NULL AND m.period_end IS NULL, m.signed IS NULL, m.id
     }) AS dated
WITH a, dated,
     coalesce(
       dated.period_start,
       CASE WHEN dated.period_end IS NULL THEN toInteger(substring(coalesce(dated.signed, dated.held, ""), 0, 4)) ELSE 0 END
     ) AS first
WITH a, first,
     CASE WHEN dated.period_open_ended OR (dated.period_start IS NOT NULL AND dated.period_end IS NULL) THEN 9999
          ELSE coalesce(dated.period_end, first) END AS last
WHERE ($period_from IS NULL OR last >= $period_from) AND ($period_to IS NULL OR first <= $period_to)
WITH a, first,
     CASE WHEN size(coalesce($tokens, [])) = 0 THEN []
          ELSE COLLECT {
                 MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(m:Agreement)<-[:STATES]-(d:Document)
                 RETURN coalesce(m.search, "") + coalesce(d.search, "")
               }
               + COLLECT {
                 MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(:Agreement)-[:HAS_PARTY|HAS_FIELD]->(named)
                 RETURN coalesce(named.search, "")
               } END AS keys
WHERE all(token IN coalesce($tokens, []) WHERE any(key IN keys WHERE key CONTAINS token))
WITH a, first ORDER BY coalesce(first, 0) DESC, a.id SKIP $skip LIMIT $limit
MATCH (a)<-[:CONSOLIDATED_AS*0..1]-(m:Agreement)<-[:STATES]-(d:Document)
RETURN a.id AS consolidated, m.id AS id, m.kind AS kind, m.title AS title, m.form AS form,
       m.period_start AS period_start, m.period_end AS period_end, coalesce(m.period_open_ended, false) AS open_ended,
       m.signed AS signed, m.held AS held,
       d.id AS document, coalesce(d.title, d.number, d.file_name) AS document_title,
       COLLECT {
         MATCH (m)-[party:HAS_PARTY]->(side:Locality|Body)
         RETURN {id: side.id, name: party.name, kind: coalesce(side.kind, "body"), role: party.role}
         ORDER BY party.position, side.id
       } AS parties,
       COLLECT {
         MATCH (m)-[claim:HAS_FIELD]->(field:Field)
         RETURN {id: field.id, name: field.name, name_en: field.name_en}
         ORDER BY claim.position, field.id
       } AS fields
ORDER BY coalesce(first, 0) DESC, consolidated, id
