"""The importer of the curated file: 80 models gathered from public sources, resolved by the rules of catalog/README.md.

``raw`` reads the file; ``moments`` reads its dates; ``traits`` resolves what a model is, ``names`` what it is called,
``settings`` and ``scores`` how it did; who sells it is ``listings``' matter; ``run`` puts a whole
catalog together. ``kept/`` is itself a catalog, kept by hand: the tables that the file does not hold and the models
that it lacks.
"""
