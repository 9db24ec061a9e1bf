"""Which agreements of documents are one: facts, the rule, groups, what a group says, and the ledger's index."""
