"""The review desk: what waits for a person, what they decided, and the trace of both."""
