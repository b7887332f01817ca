"""Isnad: who said what, through whom, in Arabic news."""
