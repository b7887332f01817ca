"""Trains the name tagger: lists, word clusters, model; run as `python -m training`."""
