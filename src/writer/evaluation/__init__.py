"""How good is the checker? Faithful drafts whose faults are made on purpose, and what it finds of them.

phrasings + facts ─► templates ─┐
house writer over real pairs ───┼─► faithful drafts with marks ─► mutations ─► oracle ─► mutants ─► checker ─► figures
the corpus' faithful drafts ────┘        (what stands where)     (one kind a function)  (no licensed reading left?)

Nothing here asks the checker what a text means: marks come from the templates or from plain patterns, and the oracle does
its own exact arithmetic over the facts.
"""
