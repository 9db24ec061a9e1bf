// Những sở nào được giao chủ trì nhiều việc hợp tác nhất (từ bốn việc trở lên)?
// Which departments are given the lead of cooperation most often (four tasks or more)?
// Columns: department (the kind, whatever its province), tasks (each counted once, however many provinces' lead it).
WITH 4 AS least
MATCH (:Agreement)<-[:PART_OF]-(duty:Task)-[:LED_BY]->(:Body)-[:OF_KIND]->(kind:BodyKind {category: "department"})
WITH least, kind.name AS department, count(DISTINCT duty) AS tasks
WHERE tasks >= least
RETURN department, tasks
ORDER BY tasks DESC, department
