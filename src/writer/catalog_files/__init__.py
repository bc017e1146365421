"""Catalog files: the one layout of them, reading, checking and writing them, and the importers that make them."""
