"""Answers kept as bytes, in the process and in Redis; a cache that is down is a cache that misses."""
