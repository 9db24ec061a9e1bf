// Up to which change of the ledger the property graph shows everything.
// Columns: sequence.
MATCH (mark:Applied {id: "*"})
RETURN mark.sequence AS sequence
