// How many agreements the query "agreements" finds on all its pages.
// Parameters (null: any):
//   $document, $body: ids; $kind of agreement; $localities, $fields: lists of ids, one of which has to be there;
//   $period_from, $period_to: years, of which the period, or else the year of signing or meeting, has to touch one;
//   $tokens: search terms (graph.search), all of which the agreement, its parties, fields or document have to have.
//   $named: whether their ids are wanted.
// Columns: n; ids.
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
RETURN count(a) AS n, CASE WHEN $named THEN collect(a.id) ELSE [] END AS ids
