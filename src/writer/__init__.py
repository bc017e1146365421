"""Writer: comparisons of language models whose every number was computed, and whose every page a person approved."""
