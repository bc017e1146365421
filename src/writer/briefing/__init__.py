"""What a language model is given: the messages of ``prompts/`` rendered for one pair, and one JSON document. Pure."""
