// On which fields localities cooperate, as sides of how many agreements.
// Parameters: $fields: list of ids, each of which includes what is narrower; $named: whether the agreements are to be named;
//   (null: any) $kind of agreement; $period_from, $period_to: years that the agreement has to touch.
// Columns: locality, field (ids), n, agreements [[id]] (where named; in no order).
MATCH (c:Cell {shape: "side"})
WHERE ($kind IS NULL OR c.kind = $kind)
  AND ($period_from IS NULL OR c.last >= $period_from) AND ($period_to IS NULL OR c.first <= $period_to)
UNWIND $fields AS field
WITH c.place AS locality, field, c["field:" + field] AS agreements
WHERE agreements IS NOT NULL
RETURN locality, field, sum(size(agreements)) AS n, CASE WHEN $named THEN collect(agreements) ELSE [] END AS agreements
ORDER BY locality, field
