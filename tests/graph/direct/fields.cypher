// All fields of cooperation, with how much is known of each, its narrower fields included.
// Columns: id, name, name_en, top, parent, agreements, localities (sides of these agreements).
MATCH (f:Field)
OPTIONAL MATCH (f)-[:NARROWER_THAN]->(parent:Field)
RETURN f.id AS id, f.name AS name, f.name_en AS name_en, split(f.id, "/")[0] AS top, parent.id AS parent,
       size(COLLECT { MATCH (f)<-[:NARROWER_THAN*0..1]-(:Field)<-[:HAS_FIELD]-(a:Agreement) RETURN DISTINCT a.id }) AS agreements,
       size(COLLECT {
         MATCH (f)<-[:NARROWER_THAN*0..1]-(:Field)<-[:HAS_FIELD]-(:Agreement)-[:HAS_PARTY]->(l:Locality) RETURN DISTINCT l.id
       }) AS localities
ORDER BY id
