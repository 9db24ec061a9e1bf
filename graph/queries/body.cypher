// Some organisations by their ids.
// Parameters: $ids: list of ids.
// Columns: id, name, jurisdiction, jurisdiction_name.
MATCH (b:Body) WHERE b.id IN $ids
OPTIONAL MATCH (b)-[:BELONGS_TO]->(home:Locality)
RETURN b.id AS id, b.name AS name, home.id AS jurisdiction, home.name AS jurisdiction_name
ORDER BY id
