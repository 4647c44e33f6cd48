"""For every test: under CI nothing may be skipped, so a promise cannot go missing quietly.

Files that share something long to make (the filled town) go to one worker, all others file by file.
"""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["plein.testing.cast", "plein.testing.browser"]
DATABASE = {"db", "transactional_db", "django_db_setup"}
TOGETHER = ("plein/demo/tests/",)
_skipped: list[str] = []


class FilesTogether(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        shared = next((folder for folder in TOGETHER if nodeid.startswith(folder)), "")
        return shared or super()._split_scope(nodeid)


@pytest.fixture(scope="session", autouse=True)
def _files_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each worker: a test that lets days go by clears what its own database does not know, and the
    photos of the other worker were among that."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks for no database cannot open one, so it says the same beside every database."""
    for item in items:
        asks = DATABASE & set(getattr(item, "fixturenames", ()))
        if not asks and not item.get_closest_marker("django_db"):
            item.add_marker("no_database")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    return FilesTogether(config, log) if config.option.dist == "loadscope" else None


def pytest_collection_finish() -> None:
    """What stays until the end is not looked through for rubbish again and again: a tenth of the
    time, where dictionaries, models and 6,700 tests are at hand."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _skipped and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _skipped and os.environ.get("CI") == "true":
        terminalreporter.write_line("Under CI no test may be skipped:")
        for name in _skipped:
            terminalreporter.write_line(f"  {name}")
