// Thỏa thuận nào tiếp nối một giai đoạn trước, và giai đoạn trước đó là gì?
// Which agreements continue an earlier phase, and which was that?
// Columns: document, first_year, last_year, earlier_first, earlier_last. Earlier phases whose years are said.
MATCH (source:Document)-[:STATES]->(later:Agreement)-[:CONTINUES]->(earlier:Agreement)
WHERE earlier.period_start IS NOT NULL AND earlier.period_end IS NOT NULL
RETURN DISTINCT source.file_name AS document, later.period_start AS first_year, later.period_end AS last_year,
       earlier.period_start AS earlier_first, earlier.period_end AS earlier_last
ORDER BY document, first_year, earlier_first
