"""What to tell of a pair, a subject a file: each gives the points that it finds."""
