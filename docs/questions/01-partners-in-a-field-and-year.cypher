// Những địa phương nào hợp tác về du lịch trong năm 2015, theo văn bản nào?
// Which localities cooperated on tourism in 2015, and which document says so?
// Columns: locality, document (its file). A field counts with everything narrower; an open-ended period goes on.
WITH "tourism" AS wanted, 2015 AS year
MATCH (source:Document)-[:STATES]->(agreement:Agreement)-[side:HAS_PARTY]->(:Locality)
WHERE agreement.period_start <= year
  AND (agreement.period_end >= year OR coalesce(agreement.period_open_ended, false))
  AND EXISTS { MATCH (agreement)-[:HAS_FIELD]->(:Field)-[:NARROWER_THAN*0..]->(:Field {id: wanted}) }
RETURN DISTINCT side.name AS locality, source.file_name AS document
ORDER BY locality, document
