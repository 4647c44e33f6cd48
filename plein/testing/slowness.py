"""How much longer one thing takes than another, in the same moment on the same machine."""

from collections.abc import Callable
from time import process_time

TIMES = 5


def times_as_long(work: Callable[[], object], than: Callable[[], object]) -> float:
    """Processor time of `work` against that of `than`: the best of a few runs of each."""
    return _best(work) / max(_best(than), 1e-6)


def _best(work: Callable[[], object]) -> float:
    return min(_once(work) for _ in range(TIMES))


def _once(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
