"""Pages into the corpus: read in parallel, written in batches, related, reported."""
