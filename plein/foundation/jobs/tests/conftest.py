import pytest

from plein.foundation.jobs import registry


@pytest.fixture(autouse=True)
def own_registry():
    """What a test registers is gone afterwards; what the house registered is not run by a clock."""
    kept = [registry.handlers, registry.listeners, registry.schedules, registry.sweeps]
    before = [dict(each) for each in kept]
    registry.schedules.clear()
    registry.sweeps.clear()
    yield
    for each, content in zip(kept, before, strict=True):
        each.clear()
        each.update(content)


@pytest.fixture
def done():
    """What tasks of a test have done."""
    return []


@pytest.fixture
def errand(db, done):
    """A task that notes with what it was called."""
    from plein.foundation import jobs

    @jobs.task("test.errand")
    def run(*args):
        done.append(args)

    return run
