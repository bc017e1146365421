"""What may be said of a fact: the one source for the prompt, the house writer, the checker, its findings and the page."""
