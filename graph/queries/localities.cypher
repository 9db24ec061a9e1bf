// All localities and regions of all times, with how much is known of each.
// Columns: id, name, name_en, kind, valid_from, valid_to, agreements (it is a side of), tasks (it takes part in itself),
//   documents (that name it).
MATCH (l:Locality)
OPTIONAL MATCH (c:Cell {place: l.id})
WITH l, sum(size(c.agreements)) AS agreements
RETURN l.id AS id, l.name AS name, l.name_en AS name_en, l.kind AS kind, l.valid_from AS valid_from, l.valid_to AS valid_to,
       agreements,
       size(COLLECT { MATCH (l)<-[:CONCERNS]-(t:Task) RETURN DISTINCT t.id }) AS tasks,
       size(COLLECT { MATCH (l)<-[:MENTIONS]-(d:Document) RETURN DISTINCT d.id }) AS documents
ORDER BY id
