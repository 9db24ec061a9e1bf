// Which organisations are named, those with the most to do first.
// Parameters (null: any): $localities: list of ids, to one of which the body belongs;
//   $tokens: search terms (graph.search), all of which the body or its locality has to have.
//   $skip, $limit: the page.
// Columns: id, name, jurisdiction, jurisdiction_name, kind, leads (tasks), partners (tasks), documents (that name it).
MATCH (b:Body)
WHERE ($localities IS NULL OR EXISTS { MATCH (b)-[:BELONGS_TO]->(l:Locality) WHERE l.id IN $localities })
WITH b, [coalesce(b.search, "")] + COLLECT { MATCH (b)-[:BELONGS_TO]->(home:Locality) RETURN coalesce(home.search, "") } AS keys
WHERE all(token IN coalesce($tokens, []) WHERE any(key IN keys WHERE key CONTAINS token))
WITH b, COUNT { (b)<-[:LED_BY]-(:Task) } AS leads, COUNT { (b)<-[:PARTNERED_BY]-(:Task) } AS partners,
     COUNT { (b)<-[:NAMES]-(:Document) } AS documents
ORDER BY leads + partners DESC, documents DESC, b.name, b.id SKIP $skip LIMIT $limit
OPTIONAL MATCH (b)-[:BELONGS_TO]->(home:Locality)
RETURN b.id AS id, b.name AS name, home.id AS jurisdiction, home.name AS jurisdiction_name,
       head(COLLECT { MATCH (b)-[:OF_KIND]->(kind:BodyKind) RETURN kind.id ORDER BY kind.id }) AS kind,
       leads, partners, documents
ORDER BY leads + partners DESC, documents DESC, name, id
