"""Catalog files on disk: the strict loader, the check, and importers, one source a file."""
