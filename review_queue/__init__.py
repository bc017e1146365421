"""The review desk: what waits for a person, what they decided, and the trace of both.

``desk.py`` names every use case; each has a module of its own (``deciding``, ``editing``, ``leasing``, ``refreshing`` …)
and is one transaction. ``statuses.py`` is the table of what can happen, ``policies.py`` says who may, ``approval.py`` what
an approval is of. ``store/`` holds the tables and all SQL, ``web/`` the pages. ``ports.py`` is what the desk needs of the
rest of the program. How it works is told in ``docs/review-desk.md``.
"""
