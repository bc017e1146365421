"""The public page: facts and checked prose in, HTML, Markdown and JSON out. Pure."""
