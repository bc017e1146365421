"""A number with its unit: read it in text, spell it in text, and ``read(spell(q)) == q``."""
