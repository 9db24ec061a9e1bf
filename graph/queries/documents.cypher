// All documents with what their heads say and how much they state.
// Columns: id, filename, media_type, genre, number, issued, reported, title, issuer, issuer_jurisdiction, agreements, tasks.
MATCH (d:Document)
OPTIONAL MATCH (d)-[:ISSUED_BY]->(issuer:Body)
OPTIONAL MATCH (issuer)-[:BELONGS_TO]->(home:Locality)
RETURN d.id AS id, d.file_name AS filename, d.media_type AS media_type, d.genre AS genre, d.number AS number,
       d.issued AS issued, d.reported AS reported, d.title AS title, issuer.name AS issuer, home.name AS issuer_jurisdiction,
       COUNT { (d)-[:STATES]->(:Agreement) } AS agreements, COUNT { (d)-[:STATES]->(:Task) } AS tasks
ORDER BY id
