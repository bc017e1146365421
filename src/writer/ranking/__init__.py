"""Which pairs deserve a page, and which to read next: stated rules over the catalog, the same order every time."""
