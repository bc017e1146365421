"""Listings of providers turned into offers, by rules that every importer shares."""
