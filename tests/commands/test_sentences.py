"""What can go wrong with a command is told in one clear sentence."""

import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

import _browser
import _demo
import _lock
import _say
import _setup
from _places import ROOT, fingerprint
from _ports import make_sure_port_is_free
from _say import Stop, command
from plein.demo.management.commands import fill_town


def fail_with(words: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; print({words!r}); sys.exit(1)"]


def test_a_port_in_use():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        with pytest.raises(Stop, match="is in use"):
            make_sure_port_is_free("127.0.0.1", taken.getsockname()[1])


def test_a_port_that_does_not_exist():
    with pytest.raises(Stop, match="no port 70000"):
        make_sure_port_is_free("127.0.0.1", 70000)


def test_a_free_port_is_no_reason_to_stop():
    assert make_sure_port_is_free("127.0.0.1", 0) is None


@pytest.mark.parametrize(
    "told",
    [
        "[Errno -3] Temporary failure in name resolution",
        "ENOTFOUND",
        "ERROR: Could not find a version that satisfies asgiref==3.13.0 (from versions: none)",
        "Assets: npm could not fetch the packages. Is there a network?",
    ],
)
def test_no_network(told):
    with pytest.raises(Stop, match="is this machine online"):
        _setup.run(fail_with(told))


def test_something_else_says_what_was_tried(capsys):
    with pytest.raises(Stop, match="did not work"):
        _setup.run(fail_with("a wheel came off"))

    assert "a wheel came off" in capsys.readouterr().out


def test_a_stop_is_a_sentence_and_not_a_heap_of_lines(capsys):
    def main() -> None:
        raise Stop("Do this first.")

    with pytest.raises(SystemExit) as end:
        command(main)

    assert end.value.code == 1
    assert capsys.readouterr().err.strip() == "Do this first."


def test_no_browser(monkeypatch):
    monkeypatch.setattr(_browser, "_chromium", lambda: None)
    monkeypatch.setattr(_setup, "apt_install", lambda *names: False)

    with pytest.raises(Stop, match="apt-get install chromium"):
        _browser.make_sure_of_chromium()


def test_no_java(monkeypatch):
    monkeypatch.setattr(_browser, "_java_works", lambda: False)
    monkeypatch.setattr(_setup, "apt_install", lambda *names: False)

    with pytest.raises(Stop, match="needs Java"):
        _browser.make_sure_of_java()


def test_no_venv_module(monkeypatch):
    monkeypatch.setattr(_setup, "_can_make_environments", lambda: False)
    monkeypatch.setattr(_setup, "apt_install", lambda *names: False)

    with pytest.raises(Stop, match="cannot make environments"):
        _setup._install_venv_module()


@pytest.fixture
def old_machine(tmp_path):
    """A machine on which every Python says that it is 3.9; `script/demo` and nothing behind it."""
    names = ("python3", *(f"python3.{minor}" for minor in range(11, 15)), "python")
    programs = tmp_path / "bin"
    for folder in (programs, tmp_path / "script"):
        folder.mkdir()
    for name in names:
        older = "import sys; sys.version_info = (3, 9, 2); exec(sys.argv[1])"
        (programs / name).write_text(f"#!/bin/sh\nexec {sys.executable} -c '{older}' \"$2\"\n")
        (programs / name).chmod(0o755)
    for name in ("basename", "dirname"):
        (programs / name).symlink_to(shutil.which(name))
    for name in ("demo", "_python.sh"):
        words = (ROOT / "script" / name).read_text().replace("/usr/bin/python3", "python3")
        (tmp_path / "script" / name).write_text(words)
    return tmp_path


def test_a_python_that_is_too_old(old_machine):
    told = subprocess.run(
        ["/bin/sh", "script/demo"],
        cwd=old_machine,
        env={"PATH": str(old_machine / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stdout) == (1, "")
    (sentence,) = told.stderr.splitlines()
    assert sentence.startswith("Plein needs Python 3.11 or newer, and none was found.")


@pytest.mark.parametrize("line", ["--index-url x", "d @ https://example.org/d.whl", "-f /opt/x"])
def test_a_list_of_packages_with_an_address_is_refused(line, tmp_path):
    (tmp_path / "base.txt").write_text(line)

    with pytest.raises(Stop, match="address"):
        _lock._refuse_addresses(tmp_path / "base.txt")


def test_a_changed_list_is_noticed(tmp_path):
    list_of_packages = tmp_path / "base.txt"
    before = fingerprint(list_of_packages)
    list_of_packages.write_text("django==5.2")

    assert fingerprint(list_of_packages) != before


def test_too_few_people_are_refused_before_a_town_is_thrown_away(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["demo", "--fresh", "--people", "20"])

    with pytest.raises(Stop, match="at least 60 people"):
        _demo.main()

    assert _demo.LEAST == fill_town.LEAST


def test_a_town_of_long_ago_is_told_to_begin_anew(tmp_path, capsys):
    data = tmp_path / "town"
    data.mkdir()
    with closing(sqlite3.connect(data / "demo.sqlite3")) as town:
        town.execute("CREATE TABLE pages_note (id TEXT)")

    with pytest.raises(Stop, match="--fresh"):
        _demo.renew(_demo.demo_environment(data, 8000))

    assert "Traceback" not in capsys.readouterr().out


def test_what_is_compiled_is_kept(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    assert "PYTHONDONTWRITEBYTECODE" not in _setup.environment()


def test_a_fresh_town_has_no_photos_and_mails_of_the_old_one(tmp_path):
    for name in (
        "demo.json",
        "demo.sqlite3",
        "demo.sqlite3-wal",
        "media/a.jpg",
        "mail/1.eml",
        "log/web",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("old")

    _demo.throw_away(tmp_path, everything=True)

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["web"]


def test_a_long_step_shows_that_it_goes_on(monkeypatch):
    lines: list[str] = []
    monkeypatch.setattr(_say, "ALIVE_EVERY", 0.01)
    monkeypatch.setattr(_say, "say", lines.append)

    with _say.step("Installing"):
        # As long as a busy machine needs to give the other thread a turn.
        until = time.monotonic() + 10
        while len(lines) < 2 and time.monotonic() < until:
            time.sleep(0.01)

    assert lines[0] == "  Installing ..."
    assert "still busy" in lines[1]
    assert "done in" in lines[-1]
