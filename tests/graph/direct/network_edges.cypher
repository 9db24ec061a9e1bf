// Which pairs of localities cooperate, and by which agreements.
// A pair stands for an agreement where it is multilateral, where the two are its only localities, or where one of them is
// its hub and the other is not; never for a region and its member.
// Parameters (null: any): $kind; $fields: list of ids; $period_from, $period_to: years that the agreement has to touch.
// Columns: source, target (source < target), agreements [id].
MATCH (a:Agreement)
WHERE $fields IS NULL OR EXISTS { MATCH (a)-[:HAS_FIELD]->(f:Field) WHERE f.id IN $fields }
WITH a, coalesce(
       a.period_start,
       CASE WHEN a.period_end IS NULL THEN toInteger(substring(coalesce(a.signed, a.held, ""), 0, 4)) ELSE 0 END) AS first
WITH a, first,
     CASE WHEN a.period_open_ended OR (a.period_start IS NOT NULL AND a.period_end IS NULL) THEN 9999
          ELSE coalesce(a.period_end, first) END AS last
WHERE ($kind IS NULL OR a.kind = $kind) AND ($period_from IS NULL OR last >= $period_from) AND ($period_to IS NULL OR first <= $period_to)
WITH a, size(COLLECT { MATCH (a)-[:HAS_PARTY]->(l:Locality) RETURN DISTINCT l.id }) AS sides
MATCH (a)-[r1:HAS_PARTY]->(l1:Locality), (a)-[r2:HAS_PARTY]->(l2:Locality)
WHERE l1.id < l2.id
  AND (a.form = "multilateral" OR sides = 2 OR (r1.role = "hub") <> (r2.role = "hub"))
  AND ((NOT l1.kind IN ["region", "informal"] AND NOT l2.kind IN ["region", "informal"])
       OR NOT (EXISTS { (l1)-[:MEMBER_OF]->(l2) } OR EXISTS { (l2)-[:MEMBER_OF]->(l1) }))
WITH DISTINCT l1.id AS source, l2.id AS target, a.id AS agreement ORDER BY source, target, agreement
RETURN source, target, collect(agreement) AS agreements
ORDER BY source, target
