"""Which pairs deserve a page: a question of shared facts."""
