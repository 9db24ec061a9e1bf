"""What comes out: complete, streamed, and byte for byte the same whatever the order in which documents were loaded."""
