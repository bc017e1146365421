"""The scripted server as a process of its own: LATENCY_SECONDS [ANSWERS.json]; prints its address, stops with its stdin.

ANSWERS maps ``a_b`` to the text that is answered; without it every answer is the same good draft.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.fakes.replies import GOOD, Reply, said
from tests.fakes.server import ModelServer, Seen


def main(latency: str, answers: str = "") -> None:
    """Serve until standard input ends."""
    texts = json.loads(Path(answers).read_text()) if answers else {}

    def script(seen: Seen) -> Reply:
        return said(texts.get(seen.pair, GOOD), delay_seconds=float(latency))

    with ModelServer(script, keep_bodies=False) as server:
        print(server.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
