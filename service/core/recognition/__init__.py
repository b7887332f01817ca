"""From text to mentions: the proper names of a text, with their types."""
