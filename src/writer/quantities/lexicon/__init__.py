"""The words and signs that numbers are made of: tables only."""
