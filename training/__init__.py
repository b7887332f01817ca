"""Trains the name tagger: lists, word clusters, model; run as `python -m training`."""

import os

for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_threads] = "1"  # sums in one order only: the files must come out byte for byte

# Wider processors sum and take logarithms in another order, and a hundred of 44,000 words fall into other clusters:
# the kernels of 2013 give the same bytes on all.
os.environ["OPENBLAS_CORETYPE"] = "Haswell"
os.environ["NPY_DISABLE_CPU_FEATURES"] = "X86_V4 AVX512_ICL AVX512_SPR"
