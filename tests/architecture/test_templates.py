"""Templates stay home: an app uses its own and those of ui, and marks nothing safe in silence."""

import re

from tests.architecture.house import PLEIN, python_files, shown, templates

USES = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([^"'#]+)""")
SAFE = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off")
MARK_SAFE = re.compile(r'\bmark_safe\(|\bSafeString\((?!""\))|\b__html__\b')
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=\"", re.IGNORECASE)
RAW_NUMBER = re.compile(r"""tel:{{ ([\w.]+) }}"[^>]*>(?:{%[^%]*%}|<bdi>|\s)*{{ \1 }}""")
MAILS = ("mail", "letter")  # mail programs know nothing else than style inside


def pages() -> list:
    """Templates for a browser; in plain text nothing needs to be made safe."""
    return [path for path in templates() if path.suffix != ".txt"]


def app_name(path) -> str:
    return path.relative_to(PLEIN).parts[: path.relative_to(PLEIN).parts.index("templates")][-1]


def without_reason(paths, sign) -> list[str]:
    """Each line with this sign that has no reason: "plein/…/page.html:12 {{ text|safe }}"."""
    wrong = []
    for path in paths:
        lines = path.read_text().splitlines()
        remark, above = ("{#", 2) if path.suffix != ".py" else ("#", 3)
        for number, line in enumerate(lines):
            if sign.search(line) and remark not in "".join(
                lines[max(0, number - above) : number + 1]
            ):
                wrong.append(f"{shown(path)}:{number + 1} {line.strip()}")
    return wrong


def test_a_template_uses_only_its_own_app_and_ui():
    used = {p: {name.split("/")[0] for name in USES.findall(p.read_text())} for p in templates()}

    assert any(used.values())
    assert not {
        shown(p): names for p, names in used.items() if names - {app_name(p), "ui", "django"}
    }


def test_a_template_stands_under_the_name_of_its_app():
    below = {path: path.parts[path.parts.index("templates") + 1 :] for path in templates()}

    assert not [shown(p) for p, inside in below.items() if inside[0] != app_name(p) and inside[1:]]


def test_nothing_in_a_template_is_called_safe_without_a_reason():
    assert not without_reason(pages(), SAFE)


def test_nothing_in_code_is_called_safe_without_a_reason():
    assert not without_reason(python_files(), MARK_SAFE)


def test_a_page_has_no_script_or_style_inside():
    looked_at = [p for p in pages() if not any(name in shown(p) for name in MAILS)]
    inside = {shown(path): INLINE.findall(path.read_text()) for path in looked_at}

    assert len(inside) > 250
    assert not {name: parts for name, parts in inside.items() if parts}


def test_what_is_forbidden_is_recognised():
    """The rules above find what they look for."""
    assert SAFE.search("{{ text|safe }}")
    assert MARK_SAFE.search("return mark_safe(text)")
    assert INLINE.findall('<p style="x">')
    assert INLINE.findall("<script>")
    assert not INLINE.findall('<script src="a.js" defer></script>')


def test_a_number_to_call_is_written_as_people_dial_it():
    """A member's number is kept as +31612345678; `|as_read` makes 06 12345678 of it."""
    raw = [shown(path) for path in pages() if RAW_NUMBER.search(path.read_text())]

    assert RAW_NUMBER.search('tel:{{ a.phone }}" dir="ltr">{% pictogram "phone" %}{{ a.phone }}')
    assert raw == []
