"""Measurements of the service: how fast it reads pages, how fast it answers, against what could be had without it."""
