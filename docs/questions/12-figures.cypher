// Báo cáo về tam giác du lịch 2013 - 2018 nêu những con số nào, chính xác đến đâu, tính đến khi nào?
// Which figures does the report on the tourism triangle of 2013 to 2018 give, how exact, and as of when?
// Columns: value, unit, qualifier (about, nearly, over …), as_of. In the order of the text.
WITH "bao-cao-tam-giac-du-lich-2018.pdf" AS document
MATCH (source:Document {file_name: document})-[:STATES]->(figure:Indicator)
WITH figure ORDER BY figure.start
RETURN figure.value AS value, figure.unit AS unit, figure.qualifier AS qualifier, figure.as_of AS as_of
