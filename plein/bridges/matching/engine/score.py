"""From parts to one number: score = meaning × fit, both directions joined by harmonic mean."""

import numpy as np

from .columns import Array

_STEEP = 7.0  # how sharply a little more likeness lifts the meaning
_MIDDLE = 0.35


def meaning(parts: dict[str, Array], shares: dict[str, float]) -> Array:
    """0..1: the weighed parts through a logistic curve, so that likeness counts where it matters."""
    total = sum(shares[part] * np.maximum(values, 0.0) for part, values in parts.items())
    return np.asarray(1.0 / (1.0 + np.exp(-_STEEP * (total - _MIDDLE))))


def harmonic(a: Array, b: Array) -> Array:
    """The harmonic mean: high only when both are."""
    return np.asarray(2 * a * b / np.maximum(a + b, 1e-9))
