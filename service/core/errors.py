"""What can go wrong in the core: only broken knowledge is an exception, a bad page is a Rejection."""


class LexiconError(ValueError):
    """A lexicon file says something that cannot be right; the message names the file and the entry."""
