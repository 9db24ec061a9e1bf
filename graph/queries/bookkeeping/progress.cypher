// How far the store has come.
// Parameters: $store: the id of its book-keeping node. Columns: ledger, sequence, version.
MATCH (mark:Applied {id: $store})
RETURN mark.ledger AS ledger, mark.sequence AS sequence, mark.version AS version
