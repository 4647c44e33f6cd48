"""The heart of matching: values in, values out; no tables, no clock, no network.

For every process: `shapes`, `checking`, `explain`. For the worker only, because they load numpy:
`reading` (read), `ranking` (rank), `index` (Index), `plan`, `learn`, `vectors`.
"""

import os

# Before numpy is loaded: its tables here are small, and two threads on busy cores are far slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
