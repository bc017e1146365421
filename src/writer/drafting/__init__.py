"""One pair: brief, word, check, repair. A batch of pairs: budget, pace, resume."""
