"""With a model, without one, with a broken one: always an answer."""

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from plein.bridges.matching.engine import vectors
from plein.bridges.matching.engine.ranking import rank
from plein.bridges.matching.engine.reading import read
from plein.bridges.matching.tests.making_posts import ask, ids, offer


@pytest.fixture(autouse=True)
def _fresh():
    vectors.best_model.cache_clear()
    yield
    vectors.best_model.cache_clear()


class Stub:
    """Stands for the module of a model; its file is this one."""

    __file__ = __file__

    def __init__(self, answer):
        self.answer = answer

    def USE(self, threads):
        assert threads == 1
        return self

    def encode(self, texts):
        if isinstance(self.answer, Exception):
            raise self.answer
        return np.full((len(texts), 512), self.answer, dtype=np.float32)


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """Pretends a model is installed, with a file of our own."""

    def install(answer, content=b"whole"):
        (tmp_path / "resources").mkdir(exist_ok=True)
        (tmp_path / "resources" / "weights.npz").write_bytes(content)
        stub = Stub(answer)
        stub.__file__ = str(tmp_path / "__init__.py")
        known = vectors.KNOWN["universal"]
        hashed = hashlib.sha256(b"whole").hexdigest()
        changed = vectors.Known(known.module, known.file, hashed, 512, known.encode)
        monkeypatch.setitem(vectors.KNOWN, "universal", changed)
        monkeypatch.setattr(vectors, "import_module", lambda name: stub)

    return install


def test_a_whole_model_is_used(installed):
    installed(1.0)

    model = vectors.best_model("universal")

    assert (model.name, model.size) == ("universal", 512)
    assert len(model.encode(["goedemorgen"])[0]) == 2 * 512


def test_a_vector_has_length_one(installed):
    installed(3.0)

    row = np.frombuffer(vectors.best_model("universal").encode(["x"])[0], dtype=np.float16)

    assert np.linalg.norm(row.astype(np.float32)) == pytest.approx(1, abs=0.01)


def test_a_corrupt_file_means_no_model(installed):
    installed(1.0, b"half")

    assert vectors.best_model("universal") is None


def test_a_model_that_breaks_at_the_start_means_no_model(installed):
    installed(RuntimeError("broken"))

    assert vectors.best_model("universal") is None


@pytest.mark.parametrize("answer", [float("nan"), float("inf"), 0.0])
def test_numbers_that_are_none_give_an_empty_vector(installed, answer):
    installed(answer)

    row = np.frombuffer(vectors.best_model("universal").encode(["x"])[0], dtype=np.float16)

    assert not row.any()


def test_a_model_that_breaks_later_lets_reading_go_on(installed):
    installed(1.0)
    model = vectors.best_model("universal")
    broken = vectors.Model("universal", 512, Stub(RuntimeError("later")).encode)

    found = read(ask("Wie kan mijn gras maaien?"), model=broken)

    assert model is not None
    assert found.vector == b""
    assert "mow-grass" in found.concepts


def test_without_the_extra_there_is_no_model(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(vectors, "import_module", missing)

    assert vectors.best_model() is None


def test_an_unknown_name_is_no_model():
    assert vectors.best_model("reuze") is None


def test_reading_with_and_without_a_model_meets(installed):
    installed(1.0)
    model = vectors.best_model("universal")

    with_it = read(ask("Wie kan mijn gras maaien?"), model=model)
    without = read(offer())

    assert ids(rank(with_it, [without])) == ["offer"]
    assert ids(rank(without, [with_it])) == ["ask"]


@pytest.mark.parametrize("module", ["shapes", "checking", "explain", "direction", "said_limits"])
def test_what_pages_use_loads_no_numpy(module):
    code = (
        f"import sys; import plein.bridges.matching.engine.{module};"
        "print([n for n in ('numpy', 'scipy', 'simplemma', 'snowballstemmer') if n in sys.modules])"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
