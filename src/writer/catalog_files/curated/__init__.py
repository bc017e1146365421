"""The importer of the curated file: 80 models gathered from public sources, resolved by the rules of catalog/README.md.

``raw`` reads the file; ``figures`` and ``moments`` repair what it says; ``traits`` resolves what a model is, ``names``
what it is called, ``offers`` and ``outliers`` who sells it, ``settings`` and ``scores`` how it did; ``run`` puts a whole
catalog together. ``kept/`` is itself a catalog, kept by hand: the tables that the file does not hold and the models
that it lacks.
"""
