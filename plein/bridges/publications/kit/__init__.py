"""One kit for all paper: `kit.make("slip", data, community) -> bytes`. For the worker only.

The shapes of the data stand in `shapes.py` and in the README of this app.
"""

from plein.bridges.publications.kit.making import make
from plein.bridges.publications.kit.shapes import BadData

__all__ = ["BadData", "make"]
