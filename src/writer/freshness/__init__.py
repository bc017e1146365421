"""What a change of the catalog touches: which drafts are stale, and how badly."""
