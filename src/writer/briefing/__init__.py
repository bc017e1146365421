"""What a language model is sent: the facts of a pair as one JSON document inside messages rendered from prompts/*.j2."""
