// How much there is.
// Columns: documents, agreements, tasks, findings, bodies, localities (sides of agreements), fields (of agreements).
RETURN COUNT { (:Document) } AS documents, COUNT { (:Agreement) } AS agreements, COUNT { (:Task) } AS tasks,
       COUNT { (:Finding) } AS findings, COUNT { (:Body) } AS bodies,
       size(COLLECT { MATCH (:Agreement)-[:HAS_PARTY]->(l:Locality) RETURN DISTINCT l.id }) AS localities,
       size(COLLECT { MATCH (:Agreement)-[:HAS_FIELD]->(f:Field) RETURN DISTINCT f.id }) AS fields
