"""`python -m writer`."""

from __future__ import annotations

from writer.cli.main import main

main()
