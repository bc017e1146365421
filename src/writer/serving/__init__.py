"""The web server: parse, wire, serve; no rule of the domain lives here."""
