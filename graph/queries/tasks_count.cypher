// How many tasks the query "tasks" finds on all its pages.
// Parameters (null: any):
//   $document, $agreement, $body: ids; $kind; $fields: list of ids, one of which has to be there;
//   $localities: list of ids, one of which has to take part itself, by one of its bodies, or as a side of the agreement;
//   $deadline_from, $deadline_to: ISO dates; a deadline of a whole month or year counts from its first to its last day.
// Columns: n.
MATCH (d:Document)-[:STATES]->(t:Task)
WHERE ($document IS NULL OR d.id = $document)
  AND ($kind IS NULL OR t.kind = $kind)
  AND ($agreement IS NULL OR EXISTS { MATCH (t)-[:PART_OF]->(:Agreement)-[:CONSOLIDATED_AS*0..1]->(a:Agreement) WHERE a.id = $agreement })
  AND ($body IS NULL OR EXISTS { MATCH (t)-[:LED_BY|PARTNERED_BY]->(b:Body) WHERE b.id = $body })
  AND ($fields IS NULL OR EXISTS { MATCH (t)-[:HAS_FIELD]->(f:Field) WHERE f.id IN $fields })
  AND ($localities IS NULL
       OR EXISTS { MATCH (t)-[:CONCERNS]->(l:Locality) WHERE l.id IN $localities }
       OR EXISTS { MATCH (t)-[:LED_BY|PARTNERED_BY]->(:Body)-[:BELONGS_TO]->(l:Locality) WHERE l.id IN $localities }
       OR EXISTS { MATCH (t)-[:PART_OF]->(:Agreement)-[:HAS_PARTY]->(l:Locality) WHERE l.id IN $localities })
  AND ($deadline_from IS NULL OR t.deadline + "~" >= $deadline_from)
  AND ($deadline_to IS NULL OR t.deadline <= $deadline_to)
RETURN count(t) AS n
