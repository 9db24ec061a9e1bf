// Tỉnh Lâm Đồng ngày nay (sau ngày 01/7/2025) thừa hưởng những thỏa thuận nào, do tỉnh cũ nào ký?
// Which agreements does today's Lâm Đồng (merged on 2025-07-01) inherit, and from which of the old provinces?
// Columns: named (as it was called then), document, first_year, last_year.
WITH "lam-dong-2025" AS today
MATCH (source:Document)-[:STATES]->(agreement:Agreement)-[side:HAS_PARTY]->(old:Locality)
WHERE EXISTS { MATCH (old)-[:SUCCEEDED_BY*0..]->(:Locality {id: today}) }
RETURN DISTINCT side.name AS named, source.file_name AS document,
       agreement.period_start AS first_year, agreement.period_end AS last_year
ORDER BY named, document, first_year
