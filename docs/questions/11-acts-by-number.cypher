// Những văn bản nào được biết qua số, ký hiệu: chính nó, tin về nó, hay được viện dẫn?
// Which acts are known by their number: the act itself, a report about it, or a citation in another act?
// Columns: number, issuer, of (the locality of the issuer), relation (itself, reported, or how it is cited), document.
MATCH (act:Document|Citation) WHERE act.number IS NOT NULL
OPTIONAL MATCH (source:Document)-[:CITES]->(act)
OPTIONAL MATCH (act)-[:ISSUED_BY]->(body:Body)
OPTIONAL MATCH (body)-[:BELONGS_TO]->(home:Locality)
RETURN act.number AS number, body.name AS issuer, home.name AS of,
       CASE WHEN act.reported THEN "reported" ELSE coalesce(act.relation, "itself") END AS relation,
       coalesce(source.file_name, act.file_name) AS document
ORDER BY number, document, relation
