"""What the catalog says: models, offers, scores and names, frozen; pure, no disk."""
