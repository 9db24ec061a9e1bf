// With whom some localities cooperate, and by which agreements.
// What a pair stands for: see "network_edges".
// Parameters: $localities: list of ids (a locality and what it was made of); (null: any) $field: id of a field, which
//   includes what is narrower; $kind of agreement; $period_from, $period_to: years that the agreement has to touch.
// Columns: id, name, name_en, kind of the partner; agreements [id].
UNWIND $localities AS home
CALL (home) {
  MATCH (c:Cell {source: home}) RETURN c, c.target AS partner
  UNION ALL
  MATCH (c:Cell {target: home}) RETURN c, c.source AS partner
}
WITH c, partner
WHERE NOT partner IN $localities
  AND ($kind IS NULL OR c.kind = $kind)
  AND ($period_from IS NULL OR c.last >= $period_from) AND ($period_to IS NULL OR c.first <= $period_to)
UNWIND c[coalesce("field:" + $field, "agreements")] AS agreement
WITH DISTINCT partner, agreement ORDER BY partner, agreement
WITH partner, collect(agreement) AS agreements
MATCH (l:Locality {id: partner})
RETURN l.id AS id, l.name AS name, l.name_en AS name_en, l.kind AS kind, agreements
ORDER BY id
