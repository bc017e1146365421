"""What is true of a pair, as claims that phrasings can say: one area a file, each asking the facts alone."""
