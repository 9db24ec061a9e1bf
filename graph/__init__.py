"""The ledger of documents and the graphs derived from it: a quad store and a property graph."""
