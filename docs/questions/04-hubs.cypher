// Chương trình nào là một địa phương hợp tác với từng địa phương khác, và địa phương nào là trung tâm?
// Which programmes are one locality with each of several others, and who is that hub?
// Columns: document, hub, first_year, last_year, others (how many sides besides the hub). Acts and portals' notices of them, no news.
MATCH (source:Document)-[:STATES]->(agreement:Agreement {form: "bilateral-set"})-[centre:HAS_PARTY {role: "hub"}]->()
WHERE source.genre <> "news"
MATCH (agreement)-[:HAS_PARTY {role: "party"}]->(other)
WITH source.file_name AS document, agreement, centre.name AS hub, count(DISTINCT other) AS others
RETURN document, hub, agreement.period_start AS first_year, agreement.period_end AS last_year, others
ORDER BY document, hub, first_year, last_year
