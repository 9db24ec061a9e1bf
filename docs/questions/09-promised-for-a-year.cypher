// Những việc gì đã hứa phải xong trong năm 2023?
// What was promised with a deadline in 2023?
// Columns: deadline (a year, month or day), document, task. Tasks under an agreement.
WITH "2023" AS year
MATCH (source:Document)-[:STATES]->(duty:Task)-[:PART_OF]->(:Agreement)
WHERE duty.deadline STARTS WITH year
WITH source, duty ORDER BY duty.deadline, source.file_name, duty.start
RETURN duty.deadline AS deadline, source.file_name AS document, duty.text AS task
