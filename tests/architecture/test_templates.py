"""Templates stay home: an app uses its own and those of ui, and marks nothing safe in silence."""

import re

import pytest

from tests.architecture.house import PLEIN, python_files, shown, templates

USES = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([^"'#]+)""")
SAFE = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off")
MARK_SAFE = re.compile(r'\bmark_safe\(|\bSafeString\((?!""\))|\b__html__\b')
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=\"", re.IGNORECASE)
MAILS = ("mail", "letter")


def pages() -> list:
    """Templates for a browser; in plain text nothing needs to be made safe."""
    return [path for path in templates() if path.suffix != ".txt"]


def app_name(path) -> str:
    return path.relative_to(PLEIN).parts[: path.relative_to(PLEIN).parts.index("templates")][-1]


@pytest.mark.parametrize("path", templates(), ids=shown)
def test_a_template_uses_only_its_own_app_and_ui(path):
    used = {name.split("/")[0] for name in USES.findall(path.read_text())}

    assert used <= {app_name(path), "ui", "django"}


@pytest.mark.parametrize("path", templates(), ids=shown)
def test_a_template_stands_under_the_name_of_its_app(path):
    below = path.relative_to(PLEIN).parts
    inside = below[below.index("templates") + 1]

    assert inside == app_name(path) or len(below) == below.index("templates") + 2


@pytest.mark.parametrize("path", pages(), ids=shown)
def test_nothing_in_a_template_is_called_safe_without_a_reason(path):
    lines = path.read_text().splitlines()
    wrong = [
        line.strip()
        for number, line in enumerate(lines)
        if SAFE.search(line) and "{#" not in " ".join(lines[max(0, number - 2) : number + 1])
    ]

    assert not wrong


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_nothing_in_code_is_called_safe_without_a_reason(path):
    lines = path.read_text().splitlines()
    wrong = [
        line.strip()
        for number, line in enumerate(lines)
        if MARK_SAFE.search(line)
        and not any("#" in near for near in lines[max(0, number - 3) : number + 1])
    ]

    assert not wrong


@pytest.mark.parametrize("path", pages(), ids=shown)
def test_a_page_has_no_script_or_style_inside(path):
    if any(name in shown(path) for name in MAILS):
        return  # mail programs know nothing else

    assert not INLINE.findall(path.read_text())
