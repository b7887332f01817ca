"""From mentions to entities: which names mean one person, organisation or place, in a page and over the corpus."""
