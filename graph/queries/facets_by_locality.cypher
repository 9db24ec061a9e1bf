// How many agreements each locality is a side of.
// Parameters: $named: whether the agreements are to be named.
// Columns: value (id of the locality), n, agreements [[id]] (where named; in no order).
MATCH (c:Cell {shape: "side"})
RETURN c.place AS value, sum(size(c.agreements)) AS n, CASE WHEN $named THEN collect(c.agreements) ELSE [] END AS agreements
ORDER BY value
