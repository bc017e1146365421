"""Fakes of drafting's ports, and a model server with scripted faults."""
