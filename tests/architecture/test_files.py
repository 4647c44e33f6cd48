"""Files: short, named after what they are about, and silent about the machine they came from."""

import re

from tests.architecture.house import PLEIN, ROOT, kept_files, python_files, shown

LONGEST = 400
NO_NAMES = {"utils", "helpers", "common", "core", "manager", "base"}
# Written backwards, or this file would be the first to be found.
BACKWARDS = """
    /krow/ /toor/ ipyp/tpo/ gro.ipyp detsohnohtyp .sjmpn oiduts-mraf
    edualc ciporhtna tpgtahc ianepo tolipoc tnegabus
"""
WORDS = [word[::-1] for word in BACKWARDS.split()]
READ = {".py", ".html", ".txt", ".md", ".toml", ".in", ".json", ".po", ".css", ".js", ".sh", ".yml",
        ".svg", ""}  # fmt: skip


def test_a_file_can_be_read_in_one_go():
    lines = {shown(path): path.read_text().count("\n") for path in python_files(tests=True)}

    assert not {name: count for name, count in lines.items() if count > LONGEST}


def test_no_file_has_a_name_that_says_nothing():
    files = [path for path in python_files(tests=True) if "commands" not in path.parts]

    assert not [shown(path) for path in files if path.stem in NO_NAMES]


def test_no_file_tells_of_a_machine_a_registry_or_a_tool():
    pattern = re.compile("|".join(re.escape(word) for word in WORDS), re.IGNORECASE)
    found = [
        f"{shown(path)}: {match.group()}"
        for path in kept_files()
        if path.suffix in READ
        for match in [pattern.search(path.read_text(errors="replace"))]
        if match
    ]

    assert not found


def test_the_lists_of_packages_name_no_address():
    lists = [*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"]

    assert not [shown(path) for path in lists if "resolved" in path.read_text()]
    assert not [shown(path) for path in lists if "--index" in path.read_text()]


def test_nothing_made_by_others_is_kept_here():
    theirs = {"node_modules", "vendor", "site-packages"}

    assert not [shown(path) for path in kept_files() if theirs & set(path.parts)]


def test_only_kinds_of_files_are_kept_that_are_made_here():
    """A package that was fetched by the way once lay in the root for a night."""
    kinds = READ | {".csv", ".css", ".geojson", ".jsonl", ".png", ".po", ".typ"}

    assert not [shown(path) for path in kept_files() if path.suffix not in kinds]


def test_every_folder_of_code_is_a_package():
    folders = {path.parent for path in python_files(tests=True)}

    assert not [shown(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert PLEIN in folders
