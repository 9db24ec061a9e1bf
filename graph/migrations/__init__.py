"""How the tables of an older ledger become today's, one step after another, in the order of their revisions."""
