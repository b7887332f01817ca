"""Text in, records out: no I/O, clock, randomness, logging or framework in here."""
