"""Does a text say only what the facts say? ``check(text, sheet, names)`` answers with a Report. Pure."""
