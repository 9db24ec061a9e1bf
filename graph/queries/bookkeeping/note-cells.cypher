// Notes which cells the agreements of some documents are in.
// Parameters: $rows: {id, cells}.
UNWIND $rows AS row
MATCH (note:Applied {id: row.id})
SET note.cells = row.cells
