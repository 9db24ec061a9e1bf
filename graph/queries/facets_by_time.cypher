// How many agreements there are of each kind in each stretch of years.
// Parameters: $named: whether the agreements are to be named.
// Columns: kind; first, last (null: unknown; 0, 9999: no beginning, no end); n, agreements [id] (where named).
MATCH (c:Cell {shape: "all"})
RETURN c.kind AS kind, c.first AS first, c.last AS last, size(c.agreements) AS n,
       CASE WHEN $named THEN c.agreements ELSE [] END AS agreements
ORDER BY c.id
