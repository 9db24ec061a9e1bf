"""Terms, shapes, vocabularies and the typed record: what a document can say, and how it is said in RDF."""
