// How many organisations the query "bodies" finds on all its pages.
// Parameters (null: any): $localities: list of ids, to one of which the body belongs;
//   $tokens: search terms (graph.search), all of which the body or its locality has to have.
// Columns: n.
MATCH (b:Body)
WHERE ($localities IS NULL OR EXISTS { MATCH (b)-[:BELONGS_TO]->(l:Locality) WHERE l.id IN $localities })
WITH b, [coalesce(b.search, "")] + COLLECT { MATCH (b)-[:BELONGS_TO]->(home:Locality) RETURN coalesce(home.search, "") } AS keys
WHERE all(token IN coalesce($tokens, []) WHERE any(key IN keys WHERE key CONTAINS token))
RETURN count(b) AS n
