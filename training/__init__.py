"""Trains the name tagger: lists, word clusters, model; run as `python -m training`."""

import os

for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_threads] = "1"  # sums in one order only: the files must come out byte for byte
