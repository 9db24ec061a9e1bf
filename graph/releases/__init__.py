"""Frozen versions of the dataset: folders of exports with checksums and a description, made once and never changed."""
