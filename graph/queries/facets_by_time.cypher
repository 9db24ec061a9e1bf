// How many agreements there are of each kind in each stretch of years.
// Parameters: $named: whether the agreements are to be named.
// Columns: kind; first, last (null: unknown; 0, 9999: no beginning, no end); n, agreements [[id]] (where named; in no order).
MATCH (c:Cell {shape: "all"})
WITH c.kind AS kind, c.first AS first, c.last AS last, sum(size(c.agreements)) AS n,
     CASE WHEN $named THEN collect(c.agreements) ELSE [] END AS agreements
RETURN kind, first, last, n, agreements
ORDER BY kind, coalesce(first, -1), coalesce(last, -1)
