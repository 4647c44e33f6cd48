"""The kit: every paper is tagged, in Dutch and readable; what people wrote stays plain words."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from plein.bridges.publications import kit
from plein.bridges.publications.kit import drawing, imposing, letters
from plein.bridges.publications.kit.look import look_of

MILLIMETRE = 72 / 25.4
ODD = '#panic("x") *vet* $x$ @ref <label> \\ // </script> {{ 7 }} ] [ — 👋 لغة'
SLIP = {"title": ODD, "code": "7F3-K2Q", "lines": ["Bewaar dit briefje."]}
CARD = {
    "title": "Je afspraak",
    "text": "Bram komt langs.",
    "facts": [("clock", "Dinsdag om 10 uur"), ("geen-pictogram", "De Wiek")],
    "qr": "https://waterdrecht.example/prikbord/tuin-7f3k2/",
    "foot": "Bel 0184-555 010",
}
LETTER = {
    "title": "Fijn dat u er bent",
    "address": ["Mevrouw De Vries", "Kerkstraat 4", "4291 AB Waterdrecht"],
    "date": "Waterdrecht, 3 november",
    "greeting": "Beste mevrouw De Vries,",
    "paragraphs": ["U vroeg om een brief.", "Hier is hij."],
    "closing": "Met vriendelijke groet,",
    "signature": ["Fatima", "buurtverbinder"],
}
POSTER = {"title": "Zomerfeest", "items": [{"title": "Zomerfeest", "facts": [], "picture": None}]}
LIST = {"title": "Wie kan helpen?", "columns": ["Wie", "Telefoon"], "rows": [["De Wiek", "0184"]]}
PAPERS = {"slip": SLIP, "card": CARD, "letter": LETTER, "poster": POSTER, "list": LIST}


def read(pdf):
    return PdfReader(BytesIO(pdf))


def tags(node, found):
    """The kinds of all parts of the tree of tags."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            tags(each, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(str(node["/S"]))
        if "/K" in node:
            tags(node["/K"], found)
    return found


def tags_of(pdf):
    return tags(read(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"], [])


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_tagged_in_dutch_and_has_a_title(name, waterdrecht):
    root = read(kit.make(name, PAPERS[name], waterdrecht)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_what_people_wrote_never_becomes_markup(waterdrecht):
    text = read(kit.make("slip", SLIP, waterdrecht)).pages[0].extract_text()

    for words in ("#panic", "*vet*", "$x$", "@ref", "{{ 7 }}"):
        assert words in text


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Koffie 👋 en thee", "Koffie  en thee"),
        ("Café, œuvre, ŵ, Şahin", "Café, œuvre, ŵ, Şahin"),
        ("Допомога", "Допомога"),
        ("مرحبا", "مرحبا"),
        ("你好", "??"),
        ("a\u0301", "á"),
        ("een\x00 twee\u202e", "een twee"),
        ("\n", ""),
    ],
)
def test_a_sign_that_no_font_has_does_not_spoil_the_paper(said, printed):
    assert letters.as_printed(said) == printed


def test_a_paper_in_many_languages_is_made(waterdrecht):
    lines = ["Допомога", "مرحبا بكم", "Hoş geldiniz", "Witajcie, źle", "Naar ሰላም 你好 👩‍👩‍👧"]

    pdf = kit.make("slip", SLIP | {"lines": lines}, waterdrecht)

    assert "pdfuaid" in read(pdf).trailer["/Root"]["/Metadata"].get_data().decode()


def test_a_slip_is_eighty_millimetres_wide_and_as_long_as_its_words(waterdrecht):
    short, long = (
        read(kit.make("slip", SLIP | {"lines": ["Regel"] * count}, waterdrecht)).pages
        for count in (1, 40)
    )

    assert float(short[0].mediabox.width) == pytest.approx(80 * MILLIMETRE, abs=1)
    assert float(long[0].mediabox.height) > float(short[0].mediabox.height) * 2
    assert len(long) == 1


def test_a_card_is_one_page_and_its_code_can_be_heard(waterdrecht):
    pdf = kit.make("card", CARD, waterdrecht)
    page = read(pdf).pages[0]

    assert len(read(pdf).pages) == 1
    assert float(page.mediabox.width) == pytest.approx(148 * MILLIMETRE, abs=1)
    assert "/Figure" in tags_of(pdf)


def test_a_letter_is_one_page_with_a_heading(waterdrecht):
    pdf = kit.make("letter", LETTER, waterdrecht)

    assert len(read(pdf).pages) == 1
    assert "/H1" in tags_of(pdf)
    assert "Mevrouw De Vries" in read(pdf).pages[0].extract_text()


def test_a_table_has_a_head_for_who_listens(waterdrecht):
    found = tags_of(kit.make("list", LIST, waterdrecht))

    assert {"/Table", "/TR", "/TH", "/TD"} <= set(found)


@pytest.mark.parametrize("title", ["Arbeidsongeschiktheidsverzekering", "Ja", "Heel " * 20])
def test_a_poster_is_one_page_whatever_it_is_called(title, waterdrecht):
    data = {"title": title, "items": [{"title": "Zomerfeest", "facts": [], "picture": None}]}

    assert len(read(kit.make("poster", data, waterdrecht)).pages) == 1


def test_a_poster_shows_as_many_things_as_fit_and_says_how_many_more(waterdrecht):
    item = {"title": "Koffie", "facts": [("clock", "Dinsdag"), ("map-pin", "De Wiek")]}
    data = {
        "title": "Wat is er te doen",
        "alone": False,
        "items": [item | {"picture": None}] * 9,
        "more": [f"En nog {40 - shown} op de site" for shown in range(10)],
    }

    text = read(kit.make("poster", data, waterdrecht)).pages[0].extract_text()

    shown = text.count("Koffie")
    assert 2 <= shown < 9
    assert f"En nog {40 - shown} op de site" in text


def test_what_is_missing_or_odd_is_said(waterdrecht):
    with pytest.raises(kit.BadData, match="title"):
        kit.make("slip", {}, waterdrecht)
    with pytest.raises(kit.BadData, match="kleur"):
        kit.make("slip", {"title": "x", "kleur": "rood"}, waterdrecht)
    with pytest.raises(kit.BadData, match="folder"):
        kit.make("folder", {}, waterdrecht)


@pytest.mark.parametrize("pages", [4, 8, 60])
def test_every_page_of_a_folded_booklet_stands_once_on_its_sheet(pages):
    sides = imposing.order(pages)

    assert sorted(page for side in sides for page in side) == list(range(pages))
    assert all(left + right == pages - 1 for left, right in sides)
    assert sides[0] == (pages - 1, 0)
    assert sides[1] == (1, pages - 2)


def test_a_sheet_has_four_pages():
    with pytest.raises(ValueError, match="four"):
        imposing.order(6)


def test_the_copier_gets_two_pages_beside_each_other(waterdrecht):
    once = kit.make("card", CARD, waterdrecht)

    sheets = read(imposing.impose(once)).pages

    assert len(sheets) == 2
    assert float(sheets[0].mediabox.width) == pytest.approx(2 * 148 * MILLIMETRE, abs=1)
    assert "Bram komt langs" in sheets[0].extract_text()


def test_a_picture_becomes_a_small_one_on_white():
    kept = BytesIO()
    Image.new("RGBA", (1600, 1200), (0, 0, 0, 0)).save(kept, "WEBP")

    with Image.open(BytesIO(drawing.picture(kept.getvalue()))) as shown:
        assert shown.format == "JPEG"
        assert shown.size == (480, 360)
        assert shown.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("name", ["../../etc/passwd", "geen", "", "coffee/x"])
def test_no_other_file_can_be_drawn(name):
    assert drawing.known(name) == "circle"
    assert drawing.pictogram(name) == drawing.pictogram("circle")


def test_the_colours_of_the_place_are_on_its_paper(waterdrecht):
    assert len(look_of(waterdrecht)["colours"]) == 6
    waterdrecht.colours = ["#111111"] * 6

    own = look_of(waterdrecht)

    assert own["colours"] == ["#111111"] * 6
    assert own["letters"] == ["#ffffff"] * 6
    assert own["site"] == "testserver"
