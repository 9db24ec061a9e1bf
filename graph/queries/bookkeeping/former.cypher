// What some documents put into the store, and takes the note of it away.
// Parameters: $ids: document ids. Columns: id, owned ("Label id"), shared ("Label id IRI variant"),
//   cells ("key cell").
UNWIND $ids AS id
MATCH (note:Applied {id: id})
WITH note, note.id AS id, note.owned AS owned, note.shared AS shared, note.cells AS cells
DETACH DELETE note
RETURN id, coalesce(owned, []) AS owned, coalesce(shared, []) AS shared, coalesce(cells, []) AS cells
