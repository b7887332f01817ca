"""From claims to groups: which claims report one statement, how far their sources differ, and what clashes."""
