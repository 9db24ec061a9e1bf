// Việc nào đã có thời hạn hoặc định kỳ nhưng chưa có cơ quan nào chủ trì?
// Which tasks have a date or a rhythm, but no body that leads them?
// Columns: document, task, deadline, recurrence (ISO 8601: P1Y is yearly). Tasks under an agreement, in acts and not in news.
MATCH (source:Document)-[:STATES]->(duty:Task)-[:PART_OF]->(:Agreement)
WHERE source.genre <> "news" AND (duty.deadline IS NOT NULL OR duty.recurrence IS NOT NULL)
  AND NOT EXISTS { MATCH (duty)-[:LED_BY]->() }
WITH source, duty ORDER BY source.file_name, duty.start
RETURN source.file_name AS document, duty.text AS task, duty.deadline AS deadline, duty.recurrence AS recurrence
