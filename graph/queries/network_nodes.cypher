// Which localities cooperate with any other.
// What a pair stands for: see "network_edges".
// Parameters (null: any): $field: id of a field, which includes what is narrower; $kind of agreement;
//   $period_from, $period_to: years that the agreement has to touch.
// Columns: id, name, name_en, kind, agreements (number).
MATCH (c:Cell {shape: "pair"})
WHERE ($kind IS NULL OR c.kind = $kind)
  AND ($period_from IS NULL OR c.last >= $period_from) AND ($period_to IS NULL OR c.first <= $period_to)
UNWIND c[coalesce("field:" + $field, "agreements")] AS agreement
UNWIND [c.source, c.target] AS place
WITH place, count(DISTINCT agreement) AS agreements
MATCH (l:Locality {id: place})
RETURN l.id AS id, l.name AS name, l.name_en AS name_en, l.kind AS kind, agreements
ORDER BY id
