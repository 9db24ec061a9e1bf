// What is to be done, document by document in the order of the text.
// Parameters (null: any):
//   $document, $agreement, $body: ids; $kind; $fields: list of ids, one of which has to be there;
//   $localities: list of ids, one of which has to take part itself, by one of its bodies, or as a side of the agreement;
//   $deadline_from, $deadline_to: ISO dates; a deadline of a whole month or year counts from its first to its last day.
//   $skip, $limit: the page.
// Columns: id, kind, text, start, end, document, document_title, agreement, deadline, recurrence, condition, direction, mode, confidence,
//   by {person, role, body}, leads and partners [{id, name, jurisdiction, jurisdiction_name, evidence}],
//   judged, localities [{id, name, evidence}], fields [{id, name, name_en, evidence}], deadline_evidence.
// judged is what people said of it: parallel lists, null where nobody did.
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
WITH d, t ORDER BY d.id, t.start, t.id SKIP $skip LIMIT $limit
RETURN t.id AS id, t.kind AS kind, t.text AS text, t.start AS start, t.end AS end,
       d.id AS document, coalesce(d.title, d.number, d.file_name) AS document_title,
       head(COLLECT { MATCH (t)-[:PART_OF]->(a:Agreement) RETURN a.id ORDER BY a.id }) AS agreement,
       t.deadline AS deadline, t.recurrence AS recurrence, t.condition AS condition, t.direction AS direction, t.mode AS mode, t.confidence AS confidence,
       {verdicts: t.verdicts, corrected: t.corrected, corrected_by: t.corrected_by, corrected_at: t.corrected_at, corrected_why: t.corrected_why, corrected_source: t.corrected_source} AS judged,
       {document: d.id, starts: coalesce(t.deadline_starts, []), ends: coalesce(t.deadline_ends, []),
        quotes: coalesce(t.deadline_quotes, []), inferred: t.deadline_inferred, confidence: t.deadline_confidence,
        judged: {verdicts: t.deadline_verdicts, corrected: t.deadline_corrected, corrected_by: t.deadline_corrected_by,
                 corrected_at: t.deadline_corrected_at, corrected_why: t.deadline_corrected_why, corrected_source: t.deadline_corrected_source}} AS deadline_evidence,
       head(COLLECT {
         MATCH (t)-[:REQUESTED_BY]->(speaker:Speaker) OPTIONAL MATCH (speaker)-[:SPEAKS_FOR]->(body:Body)
         RETURN {person: speaker.person, role: speaker.role, body: body.name} ORDER BY speaker.id
       }) AS by,
       COLLECT {
         MATCH (t)-[claim:LED_BY]->(body:Body) OPTIONAL MATCH (body)-[:BELONGS_TO]->(home:Locality)
         RETURN {id: body.id, name: body.name, jurisdiction: home.id, jurisdiction_name: home.name,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY claim.position, body.id
       } AS leads,
       COLLECT {
         MATCH (t)-[claim:PARTNERED_BY]->(body:Body) OPTIONAL MATCH (body)-[:BELONGS_TO]->(home:Locality)
         RETURN {id: body.id, name: body.name, jurisdiction: home.id, jurisdiction_name: home.name,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY claim.position, body.id
       } AS partners,
       COLLECT {
         MATCH (t)-[claim:CONCERNS]->(place:Locality)
         RETURN {id: place.id, name: place.name,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY claim.position, place.id
       } AS localities,
       COLLECT {
         MATCH (t)-[claim:HAS_FIELD]->(field:Field)
         RETURN {id: field.id, name: field.name, name_en: field.name_en,
                 evidence: {document: d.id, starts: coalesce(claim.starts, []), ends: coalesce(claim.ends, []),
                            quotes: coalesce(claim.quotes, []), inferred: claim.inferred, confidence: claim.confidence,
                            judged: {verdicts: claim.verdicts, corrected: claim.corrected, corrected_by: claim.corrected_by, corrected_at: claim.corrected_at, corrected_why: claim.corrected_why, corrected_source: claim.corrected_source}}}
         ORDER BY claim.position, field.id
       } AS fields
ORDER BY document, start, id
