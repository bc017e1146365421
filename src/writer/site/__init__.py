"""Published files: what is approved, written to a directory that is ours."""
