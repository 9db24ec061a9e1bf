// How many agreements there are on each field, its narrower fields included.
// Parameters: $named: whether the agreements are to be named.
// Columns: value (id of the field), n, agreements [[id]] (where named; in no order).
MATCH (c:Cell {shape: "all"})
UNWIND [name IN keys(c) WHERE name STARTS WITH "field:"] AS list
RETURN substring(list, 6) AS value, sum(size(c[list])) AS n, CASE WHEN $named THEN collect(c[list]) ELSE [] END AS agreements
ORDER BY value
