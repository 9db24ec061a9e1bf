"""From a file to one record: read the text, find what it names, resolve it, assemble what it says."""
