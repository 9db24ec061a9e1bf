// Takes the notes of all documents away, not the store's own.
// Parameters: $store: the id of its book-keeping node.
MATCH (note:Applied) WHERE note.id <> $store
DETACH DELETE note
