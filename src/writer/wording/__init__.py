"""The house writer: words a Brief's JSON document, deterministically, from nothing else."""
