"""Freed memory goes back to the machine: the C library likes to keep it (man malloc_trim)."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Worth 150 MB in a city after its tables were joined; does nothing where there is no glibc."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
