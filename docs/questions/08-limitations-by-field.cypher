// Các văn bản thừa nhận những hạn chế nào, trong lĩnh vực nào?
// Which limitations do the documents admit, and in which fields?
// Columns: field (the top concept), document, limitation. What names no field is not here.
MATCH (source:Document)-[:STATES]->(finding:Finding {kind: "limitation"})-[:HAS_FIELD]->(:Field)-[:NARROWER_THAN*0..]->(top:Field)
WHERE NOT EXISTS { MATCH (top)-[:NARROWER_THAN]->() }
WITH DISTINCT source, finding, top ORDER BY top.name, source.file_name, finding.start
RETURN top.name AS field, source.file_name AS document, finding.text AS limitation
