// Trong thỏa thuận giữa Thành phố Hồ Chí Minh với các tỉnh trong đó có Bình Định, ai phải làm việc gì, với ai, trước khi nào?
// Under the agreement of Hồ Chí Minh City with provinces among which is Bình Định: who must do what, with whom, by when?
// Columns: task, role (lead or partner), body, of (the locality that it belongs to), deadline. In the order of the text.
WITH "ho-chi-minh" AS one, "binh-dinh" AS other
MATCH (agreement:Agreement)<-[:PART_OF]-(duty:Task)-[claim:LED_BY|PARTNERED_BY]->(who:Body)
WHERE EXISTS { MATCH (agreement)-[:HAS_PARTY]->(:Locality {id: one}) }
  AND EXISTS { MATCH (agreement)-[:HAS_PARTY]->(:Locality {id: other}) }
OPTIONAL MATCH (who)-[:BELONGS_TO]->(home:Locality)
WITH duty, claim, who, home, CASE type(claim) WHEN "LED_BY" THEN "lead" ELSE "partner" END AS role
ORDER BY duty.start, duty.text, role, claim.position, who.name, home.name
RETURN duty.text AS task, role, who.name AS body, home.name AS of, duty.deadline AS deadline
