"""The importer of models.dev's ``api.json``: it renews the offers of the models that a catalog holds; it adds no models."""
