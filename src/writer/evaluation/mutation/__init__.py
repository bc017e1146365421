"""Ways to make a faithful draft false: a family a file, a kind a function; each says only what it is sure of."""
