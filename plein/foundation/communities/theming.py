"""A house style handed in as a theme file of NL Design System: only safe values of known tokens.

    read(".voorbeeld-theme { --basis-color-default-color-document: #0b0c0c; … }")

Takes CSS (custom properties in any rule, `var()` followed) or JSON (Style Dictionary: nested, or
flat names). Only tokens that our own css has are kept; all other text of the file is never used.
Older themes name `--utrecht-*` only: `FAMILIES` says what those are called now.
"""

import json
import re
from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb
from functools import cache
from pathlib import Path
from typing import Any

import plein.ui
from plein.foundation.communities.colours import contrast

MOST_SIGNS = 600_000
PROPERTY = re.compile(r"(--[a-z][a-z0-9-]{1,100})\s*:\s*([^;{}]{1,300})[;}]", re.IGNORECASE)
REFERENCE = re.compile(r"var\(\s*(--[a-z0-9-]+)\s*(?:,[^()]*)?\)|\{([a-z0-9.-]+)\}", re.IGNORECASE)
HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})(?:ff)?")
RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*(?:1|100%)\s*)?\)")
HSL = re.compile(
    r"hsla?\(\s*(\d{1,3})(?:deg)?[\s,]+(\d{1,3})%[\s,]+(\d{1,3})%\s*(?:[,/]\s*1\s*)?\)"
)
SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)(rem|px|em)")
FONT = re.compile(r"[A-Za-z][A-Za-z0-9 -]{0,40}")
STYLES = frozenset({"solid", "dashed", "dotted", "double"})
DEEPEST = 8
LETTERS = ("Vazirmatn", "Golos Text", "system-ui", "sans-serif")
"""After every font of a theme: letters for Arabic and Ukrainian, and what a device has."""

A1, D = "--basis-color-action-1-", "--basis-color-default-"
FAMILIES: Mapping[str, str] = {
    # text and page
    "--utrecht-document-color": f"{D}color-document",
    "--utrecht-document-background-color": f"{D}bg-document",
    "--utrecht-document-font-family": "--basis-text-font-family-default",
    "--utrecht-document-font-size": "--basis-text-font-size-md",
    "--utrecht-document-line-height": "--basis-text-line-height-md",
    "--utrecht-surface-background-color": f"{D}bg-subtle",
    "--utrecht-form-field-description-color": f"{D}color-subtle",
    "--utrecht-form-control-border-color": f"{D}border-default",
    "--utrecht-separator-color": f"{D}border-subtle",
    # headings
    "--utrecht-heading-font-family": "--basis-heading-font-family",
    "--utrecht-heading-1-font-family": "--basis-heading-font-family",
    # links and buttons
    "--utrecht-link-color": f"{A1}color-default",
    "--utrecht-link-hover-color": f"{A1}color-hover",
    "--utrecht-button-primary-action-background-color": f"{A1}inverse-bg-default",
    "--utrecht-button-primary-action-hover-background-color": f"{A1}inverse-bg-hover",
    "--utrecht-button-primary-action-color": f"{A1}inverse-color-default",
    "--utrecht-button-border-radius": "--basis-border-radius-md",
    # messages and focus
    "--utrecht-feedback-success-background-color": "--basis-color-positive-bg-subtle",
    "--utrecht-feedback-success-color": "--basis-color-positive-color-document",
    "--utrecht-feedback-danger-background-color": "--basis-color-negative-bg-subtle",
    "--utrecht-feedback-danger-color": "--basis-color-negative-color-document",
    "--utrecht-form-field-error-message-color": "--basis-color-negative-color-default",
    "--utrecht-focus-background-color": "--basis-focus-background-color",
    "--utrecht-focus-outline-color": "--basis-focus-outline-color",
}
PAIRS: tuple[tuple[str, str, float], ...] = (
    (f"{D}color-document", f"{D}bg-document", 4.5),
    (f"{D}color-document", f"{D}bg-subtle", 4.5),
    (f"{D}color-subtle", f"{D}bg-document", 4.5),
    (f"{D}color-subtle", f"{D}bg-subtle", 4.5),
    (f"{D}border-default", f"{D}bg-document", 3),
    (f"{A1}color-default", f"{D}bg-document", 4.5),
    (f"{A1}color-hover", f"{D}bg-document", 4.5),
    (f"{A1}inverse-color-default", f"{A1}inverse-bg-default", 4.5),
    (f"{A1}inverse-color-default", f"{A1}inverse-bg-hover", 4.5),
    *(
        (f"--basis-color-{role}-color-document", f"--basis-color-{role}-bg-{step}", 4.5)
        for role in ("accent-1", "highlight", "positive")
        for step in ("default", "subtle")
    ),
    ("--basis-color-negative-color-document", "--basis-color-negative-bg-subtle", 4.5),
    ("--basis-color-negative-color-default", f"{D}bg-document", 4.5),
    ("--basis-focus-outline-color", "--basis-focus-background-color", 3),
)
"""What stands on what, and how much it must differ (WCAG 1.4.3 and 1.4.11)."""


class NoTokens(ValueError):
    """Nothing in this file is a token that we know."""


def read(text: str) -> dict[str, str]:
    """Known tokens with safe values. Raises `NoTokens`."""
    if len(text) > MOST_SIGNS:
        raise NoTokens
    stated = dict(_from_json(text) if text.lstrip().startswith("{") else _from_css(text))
    given = {FAMILIES[name]: name for name in FAMILIES if name in stated}
    given |= {name: name for name in stated if name in usual()}
    found = {}
    for name, source in given.items():
        if value := _safe(name, _followed(stated[source], stated)):
            found[name] = value
    if not found:
        raise NoTokens
    return found


def unreadable(tokens: Mapping[str, str]) -> list[tuple[str, str, float]]:
    """Pairs in which the words would be hard to read: (what, on what, how much they differ)."""
    colours = {**usual(), **tokens}
    wrong = []
    for front, back, least in PAIRS:
        much = contrast(colours[front], colours[back])
        if much < least:
            wrong.append((front, back, round(much, 1)))
    return wrong


def stylesheet(tokens: Mapping[str, str]) -> str:
    """Made anew from names and values that are checked once more: no other text comes through."""
    lines = [
        f"{name}:{value}"
        for name, stated in sorted(tokens.items())
        if name in usual() and (value := _safe(name, str(stated)))
    ]
    return ":root{" + ";".join(lines) + "}\n" if lines else ""


@cache
def usual() -> dict[str, str]:
    """Every token of our own css, with its usual value."""
    path = Path(plein.ui.__file__).parent / "static" / "ui" / "css" / "tokens.css"
    css = path.read_text(encoding="utf-8").partition("@layer tokens {")[2]
    first = css.partition("/* The six houses")[0]
    return {n: v.strip() for n, v in PROPERTY.findall(first) if n.startswith("--basis-")}


def _from_css(text: str) -> Iterator[tuple[str, str]]:
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return ((name.lower(), value.strip()) for name, value in PROPERTY.findall(plain))


def _from_json(text: str) -> Iterator[tuple[str, str]]:
    try:
        yield from _leaves(json.loads(text), ())
    except (ValueError, RecursionError) as wrong:
        raise NoTokens from wrong


def _leaves(node: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if not isinstance(node, dict):
        if isinstance(node, str | int | float) and path:
            name = "-".join(path).lower().removeprefix("--")
            yield f"--{name}", str(node)
        return
    value = node.get("$value", node.get("value"))
    if isinstance(value, str | int | float):
        yield f"--{'-'.join(path).lower()}", str(value)
        return
    for key, inside in node.items():
        yield from _leaves(inside, (*path, str(key)))


def _followed(value: str, stated: Mapping[str, str]) -> str:
    """Without references: `var(--a)` and `{a.b}` become what those say in the same file."""
    for _step in range(DEEPEST):
        hit = REFERENCE.search(value)
        if hit is None:
            return value
        name = (hit[1] or f"--{hit[2].replace('.', '-')}").lower()
        value = value[: hit.start()] + stated.get(name, "") + value[hit.end() :]
        if len(value) > 500:
            return ""
    return ""


def _safe(name: str, value: str) -> str:
    """The value in a form that we write ourselves, or nothing."""
    kind, value = _kind(name), value.strip().removesuffix("!important").strip()
    if kind == "colour":
        return _colour(value.lower())
    if kind == "font":
        fonts = [one.strip().strip("\"'") for one in value.split(",")]
        named = [one for one in fonts if FONT.fullmatch(one)]
        rest = [one for one in LETTERS if one not in named]
        return ", ".join(f'"{one}"' if " " in one or one[0].isupper() else one
                         for one in (*named, *rest)) if named else ""  # fmt: skip
    if kind == "style":
        return value if value in STYLES else ""
    if kind == "plain":
        return value if re.fullmatch(r"[12](?:\.\d{1,3})?", value) else ""
    return _size(name, value)


def _kind(name: str) -> str:
    if "font-family" in name:
        return "font"
    if name.endswith("-style"):
        return "style"
    if "line-height" in name:
        return "plain"
    return "colour" if "color" in name else "size"


def _colour(value: str) -> str:
    if hit := HEX.fullmatch(value):
        signs = hit[1] if len(hit[1]) == 6 else "".join(sign * 2 for sign in hit[1])
        return f"#{signs}"
    if hit := RGB.fullmatch(value):
        parts = [min(int(part), 255) for part in hit.groups()]
        return "#" + "".join(f"{part:02x}" for part in parts)
    if hit := HSL.fullmatch(value):
        hue, fullness, light = (int(part) for part in hit.groups())
        made = hls_to_rgb(hue % 360 / 360, min(light, 100) / 100, min(fullness, 100) / 100)
        return "#" + "".join(f"{round(part * 255):02x}" for part in made)
    return {"white": "#ffffff", "black": "#000000"}.get(value, "")


def _size(name: str, value: str) -> str:
    """Letters are never smaller than 16 pixels, and nothing is larger than 6 rem."""
    hit = SIZE.fullmatch(value)
    if hit is None:
        return "0px" if value in ("0", "0px") and "radius" in name else ""
    rems = float(hit[1]) / (16 if hit[2] == "px" else 1)
    if rems > 6 or ("font-size" in name and not 1 <= rems <= 2):
        return ""
    return f"{hit[1]}{hit[2]}"
