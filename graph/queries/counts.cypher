// How much there is.
// Columns: documents, agreements (one of which several documents speak once), tasks, findings, bodies, localities (sides of agreements), fields (of agreements).
RETURN COUNT { (:Document) } AS documents, COUNT { MATCH (a:Agreement) WHERE NOT EXISTS { (a)-[:CONSOLIDATED_AS]->(:Agreement) } } AS agreements, COUNT { (:Task) } AS tasks,
       COUNT { (:Finding) } AS findings, COUNT { (:Body) } AS bodies,
       size(COLLECT { MATCH (c:Cell {shape: "side"}) RETURN DISTINCT c.place }) AS localities,
       COUNT { MATCH (f:Field) WHERE EXISTS { (f)<-[:HAS_FIELD]-(:Agreement) } } AS fields
