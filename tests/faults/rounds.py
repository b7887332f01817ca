"""How thoroughly to harm: FAULT_ROUNDS is 100 in `make faults`; without it, a slice that fits into `make test`."""

import os

import pytest

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "2"))
only_thorough = pytest.mark.skipif(ROUNDS < 10, reason="takes long: make faults")
