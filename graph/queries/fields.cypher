// All fields of cooperation, with how much is known of each, its narrower fields included.
// Columns: id, name, name_en, top, parent, agreements, localities (sides of these agreements).
MATCH (c:Cell) WHERE c.shape IN ["all", "side"]
UNWIND [name IN keys(c) WHERE name STARTS WITH "field:"] AS list
WITH substring(list, 6) AS field, sum(CASE WHEN c.shape = "all" THEN size(c[list]) ELSE 0 END) AS agreements,
     count(DISTINCT c.place) AS localities
WITH collect({field: field, agreements: agreements, localities: localities}) AS counted
MATCH (f:Field)
OPTIONAL MATCH (f)-[:NARROWER_THAN]->(parent:Field)
WITH f, parent, [found IN counted WHERE found.field = f.id] AS counted
RETURN f.id AS id, f.name AS name, f.name_en AS name_en, split(f.id, "/")[0] AS top, parent.id AS parent,
       coalesce(head([found IN counted | found.agreements]), 0) AS agreements,
       coalesce(head([found IN counted | found.localities]), 0) AS localities
ORDER BY id
