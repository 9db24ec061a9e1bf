// Which pairs of localities cooperate, and by which agreements.
// A pair stands for an agreement where it is multilateral, where the two are its only localities, or where one of them is
// its hub and the other is not; never for a region and its member (graph/cells.py).
// Parameters (null: any): $field: id of a field, which includes what is narrower; $kind of agreement;
//   $period_from, $period_to: years that the agreement has to touch.
// Columns: source, target (source < target), agreements [id].
MATCH (c:Cell {shape: "pair"})
WHERE ($kind IS NULL OR c.kind = $kind)
  AND ($period_from IS NULL OR c.last >= $period_from) AND ($period_to IS NULL OR c.first <= $period_to)
UNWIND c[coalesce("field:" + $field, "agreements")] AS agreement
WITH c.source AS source, c.target AS target, agreement ORDER BY source, target, agreement
RETURN source, target, collect(agreement) AS agreements
ORDER BY source, target
