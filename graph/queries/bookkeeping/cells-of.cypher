// Which cells the agreements of some documents are in.
// Parameters: $ids: document ids. Columns: id, cells ("key cell").
UNWIND $ids AS id
MATCH (note:Applied {id: id})
RETURN note.id AS id, coalesce(note.cells, []) AS cells
