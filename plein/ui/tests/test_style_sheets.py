"""The css keeps the promises of the look: tokens, both directions, no shadows, enough contrast."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static"
SHEETS = sorted((STATIC / "ui" / "css").glob("*.css"))
TOKENS = (STATIC / "ui" / "css" / "tokens.css").read_text()
README = (Path(__file__).parents[1] / "README.md").read_text()
ALL = "\n".join(path.read_text() for path in SHEETS)
SIDES = "left|right|top|bottom"
PHYSICAL = re.compile(rf"[\s;{{](?:(?:margin|padding|border)-(?:{SIDES})|left|right)\s*:")


def rules(sheet):
    """Without comments, addresses and fonts."""
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet.read_text(), flags=re.S)
    return re.sub(r"@font-face\s*{[^}]*}", "", text)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_left_and_right_are_never_named_so_every_page_can_turn_around(sheet):
    assert PHYSICAL.findall(rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_there_are_no_gradients_and_no_shadows_but_the_ring_of_focus(sheet):
    shadows = re.findall(r"box-shadow:\s*([^;}]+)", rules(sheet))

    assert "gradient(" not in rules(sheet)
    assert {shadow.strip() for shadow in shadows} <= {
        "none",
        "0 0 0 6px var(--basis-focus-background-color)",
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_come_from_tokens(sheet):
    own = {"tokens.css", "print.css"}  # paper is black and white whatever the theme

    found = re.findall(r"#[0-9a-fA-F]{3,8}\b", rules(sheet))

    assert not found or sheet.name in own


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_everything_lies_in_a_layer_so_a_theme_always_wins(sheet):
    depth, outside = 0, ""
    for sign in rules(sheet):
        outside += sign if depth == 0 else ""
        depth += {"{": 1, "}": -1}.get(sign, 0)

    assert depth == 0
    heads = [one.strip() for one in re.findall(r"[^{};]+(?=[{;])", outside)]
    assert [head for head in heads if not head.startswith("@layer")] == []


def test_every_token_that_is_used_has_a_value():
    used = set(re.findall(r"var\((--(?:basis|plein)-[a-z0-9-]+)", ALL))
    given = set(re.findall(r"(--(?:basis|plein)-[a-z0-9-]+):", TOKENS))

    assert used - given == set()


def test_every_class_the_readme_teaches_exists():
    table = README[README.index("## Classes") :]
    taught = set(re.findall(r'class="([a-z_ -]+)"', table))
    names = {name for one in taught for name in one.split()}

    assert {name for name in names if f".{name}" not in ALL} == set()


def test_every_font_and_picture_in_the_css_is_really_there():
    for sheet in SHEETS:
        for address in re.findall(r'url\("([^"]+)"\)', sheet.read_text()):
            assert (sheet.parent / address).resolve().is_file(), address


def tokens_of(selector):
    block = re.search(re.escape(selector) + r"\s*{([^}]*)}", TOKENS)[1]
    return dict(re.findall(r"(--[a-z0-9-]+):\s*(#[0-9a-f]{6})", block))


def luminance(colour):
    parts = [int(colour[i:j], 16) / 255 for i, j in pairwise((1, 3, 5, 7))]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


USUAL = tokens_of(":root")
MORE = USUAL | tokens_of(':root[data-contrast="more"]')
B, P = "--basis-color-", "--plein-house-"
PAIRS = [
    (B + "default-color-document", B + "default-bg-document"),
    (B + "default-color-subtle", B + "default-bg-document"),
    (B + "default-color-subtle", B + "default-bg-subtle"),
    (B + "action-1-color-default", B + "default-bg-document"),
    (B + "action-1-color-default", B + "accent-1-bg-default"),
    (B + "action-1-inverse-color-default", B + "action-1-inverse-bg-default"),
    (B + "accent-1-color-document", B + "accent-1-bg-default"),
    (B + "highlight-color-document", B + "highlight-bg-default"),
    (B + "highlight-color-document", B + "highlight-bg-subtle"),
    (B + "positive-color-document", B + "positive-bg-default"),
    (B + "positive-color-document", B + "positive-bg-subtle"),
    (B + "negative-color-default", B + "negative-bg-subtle"),
    *((f"{P}{number}-color", f"{P}{number}-bg") for number in range(1, 7)),
]


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(words, ground):
    assert contrast(USUAL[words], USUAL[ground]) >= 4.5


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_more_contrast_is_really_more(words, ground):
    assert contrast(MORE[words], MORE[ground]) >= 7


@pytest.mark.parametrize("ground", ["default-bg-document", "default-bg-subtle"])
def test_the_edge_of_a_field_can_be_seen(ground):
    assert contrast(USUAL[B + "default-border-default"], USUAL[B + ground]) >= 3


def test_targets_are_at_least_48_pixels():
    assert re.search(r"--basis-pointer-target-min-block-size:\s*3rem", TOKENS)
