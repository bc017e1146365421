"""The command line: parse, wire, print; no rule of the domain lives here."""
