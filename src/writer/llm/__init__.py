"""The one door to language models: the only importer of litellm and tenacity."""
