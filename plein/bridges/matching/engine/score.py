"""From parts to one number: score = meaning × fit × price of load."""

from collections.abc import Mapping

import numpy as np

from .columns import Array


def meaning(parts: Mapping[str, Array], shares: Mapping[str, float]) -> Array:
    """The weighed mean of the parts, 0..1; what is less alike than average counts as nothing."""
    total = sum(shares[part] * np.clip(values, 0.0, 1.0) for part, values in parts.items())
    return np.asarray(total)


def score(alike: Array, factors: Mapping[str, Array]) -> Array:
    """Meaning times every factor of fit, which tells of both sides at once."""
    found = np.array(alike, dtype=np.float64)
    for factor in factors.values():
        found = found * factor
    return found
