"""A batch seen while it runs: live where there is a terminal, plain lines where there is none, or JSON lines."""
