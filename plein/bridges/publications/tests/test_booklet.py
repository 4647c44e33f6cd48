"""The booklet: the same things as on the screen, tagged, in Dutch, and large when it says so."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import translation
from PIL import Image
from pypdf import PdfReader

from plein.bridges.overviews.actions import index_town
from plein.bridges.publications import printing
from plein.bridges.publications.booklets import CODES, booklet, sections
from plein.bridges.publications.content import chosen
from plein.bridges.publications.posters import poster
from plein.bridges.publications.shapes import BY_KEY
from plein.bridges.publications.tables import table
from plein.bridges.publications.tests.making import make_agenda
from plein.bridges.publications.tests.test_kit import tags_of
from plein.features.activities.tests.making import make_activity, next_week
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.foundation.communities import tree
from plein.foundation.media.actions import hide_picture, keep_picture
from plein.lib.clock import from_until


@pytest.fixture(autouse=True)
def _in_dutch(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with translation.override("nl"):
        yield


def wanted(community, house="agenda", query=""):
    return chosen(tree.of(community.town_id).all[community.pk], house, query)


def printed(community, shape, house="agenda"):
    found = wanted(community, house)
    return printing.printed(printing.data_of(found, BY_KEY[shape]), found, BY_KEY[shape])


def photo():
    kept = BytesIO()
    Image.new("RGB", (640, 480), "teal").save(kept, "PNG")
    kept.seek(0)
    return kept


def sizes_in(pdf):
    found = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, size: (
                found.add(abs(tm[3]) * size) if text.strip() else None
            )
        )
    return found


@pytest.fixture
def agenda(noor, waterdrecht):
    make_activity(noor, title="Zingen", picture=keep_picture(
        photo(), town=waterdrecht, by=noor, alt="Mensen zingen"))  # fmt: skip
    make_agenda(noor, "Koffie", "Kaarten", place="Bibliotheek")
    return waterdrecht


def test_a_booklet_is_tagged_in_dutch_with_headings_and_pictures(agenda):
    pdf = printed(agenda, "boekje")
    read, found = PdfReader(BytesIO(pdf)), tags_of(pdf)

    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.trailer["/Root"]["/Lang"] == "nl"
    assert read.metadata.title == "Wat is er te doen"
    assert found.count("/H2") == 3
    assert found.count("/H1") >= 2
    assert "/Figure" in found
    assert b"Mensen zingen" in pdf or "/Alt" in str(read.trailer["/Root"]["/StructTreeRoot"])
    assert len(read.outline) >= 2


def test_the_number_of_pages_can_be_folded(agenda):
    assert len(PdfReader(BytesIO(printed(agenda, "boekje"))).pages) % 4 == 0


def test_large_letters_are_really_large(agenda):
    assert min(sizes_in(printed(agenda, "boekje-groot"))) >= 15.99


def test_the_back_tells_how_to_join_without_a_screen(agenda):
    back = PdfReader(BytesIO(printed(agenda, "boekje"))).pages[-1].extract_text()

    assert "Hoe doe ik mee?" in back
    assert "0184-555 010" in back
    assert "Bibliotheek" in back


def test_the_agenda_goes_by_day_and_what_is_far_by_month(noor, waterdrecht):
    make_activity(noor, title="Later", first_day=next_week() + timedelta(days=60))
    make_agenda(noor, "Gauw")

    near, far = list(sections(wanted(waterdrecht)))

    assert near["title"].startswith("Dinsdag")
    assert "dag=" in near["qr"]
    assert far["title"].startswith("Later: ")
    assert "wanneer=maand" in far["qr"]
    assert far["items"][0]["facts"][0][1].startswith(
        ("Zaterdag", "Dinsdag", "Z", "D", "M", "W", "V")
    )


def test_what_has_no_date_goes_by_theme(noor, waterdrecht):
    make_agenda(noor, "Tuin", first_day=None, theme="tuin")
    make_agenda(noor, "Praten", first_day=None, theme="gezelschap")

    titles = [part["title"] for part in sections(wanted(waterdrecht, "showcase"))]

    assert len(titles) == 2
    assert all(words[:1].isupper() for words in titles)


def test_something_weekly_stands_once_and_says_how_it_goes_on(noor, waterdrecht):
    make_agenda(noor, "Koffie", rrule="FREQ=WEEKLY;BYDAY=TU")

    items = [item for part in sections(wanted(waterdrecht)) for item in part["items"]]

    assert len(items) == 1
    words = [words for _name, words in items[0]["facts"]]
    assert words[0] == from_until("10.00", "12.00")
    assert words[1] == "Elke dinsdag"


def test_a_thick_booklet_has_a_code_for_each_part_only(noor, waterdrecht, monkeypatch):
    make_agenda(noor, "Koffie", "Thee")
    thin = next(sections(wanted(waterdrecht)))
    monkeypatch.setattr("plein.bridges.publications.booklets.CODES", 1)

    thick = next(sections(wanted(waterdrecht)))

    assert CODES > 50
    assert all(item["qr"].startswith("http://testserver/activiteiten/") for item in thin["items"])
    assert [item["qr"] for item in thick["items"]] == ["", ""]
    assert thick["qr"]


def test_nothing_private_is_on_any_paper(noor, waterdrecht):
    make_ask(noor)
    make_offer(noor, title="Ladder te leen")
    make_agenda(noor, "Besloten Kanarieclub", audience="members")

    for house in ("", "noticeboard", "agenda"):
        found = wanted(waterdrecht, house)
        for data in (booklet(found, BY_KEY["boekje"]), table(found)):
            assert "anarie" not in str(data)
    assert "Ladder te leen" in str(table(wanted(waterdrecht, "noticeboard")))


@pytest.mark.parametrize(
    "query", ["", "wijk=molenwijk", "thema=gezelschap", "zoek=koffie", "kosten=gratis"]
)
def test_paper_has_the_things_of_the_screen_in_their_order(client, noor, waterdrecht, query):
    make_agenda(noor, "Koffie", "Thee", "Limonade", first_day=None, cost="free")
    make_agenda(noor, "Taart", first_day=None, community=waterdrecht, theme="tuin")

    page = client.get(f"/etalage/?{query}")
    screen = [card.title for card in page.context["page"].cards]
    found = wanted(waterdrecht, "showcase", query)

    assert screen
    assert [row[0] for row in table(found).rows] == screen
    in_booklet = [i["title"] for part in sections(found) for i in part["items"]]
    assert sorted(in_booklet) == sorted(screen)


def test_a_hidden_photo_is_on_no_paper(agenda):
    (picture,) = wanted(agenda).pictures.values()
    hide_picture(picture, by=None)

    assert wanted(agenda).pictures == {}


def test_a_poster_of_a_list_leads_to_the_same_list(noor, waterdrecht):
    make_agenda(noor, "Koffie")

    data = poster(wanted(waterdrecht, "agenda", "zoek=koffie"), BY_KEY["poster-a4"])

    assert data["qr"] == "http://testserver/agenda/?zoek=koffie"
    assert data["phone"] == "Bel 0184-555 010"
    assert not data["alone"]


def test_a_place_that_says_u_prints_u(noor, waterdrecht):
    make_agenda(noor, "Koffie")

    with translation.override("nl-formal"):
        data = booklet(wanted(waterdrecht), BY_KEY["boekje"])

    assert "uw telefoon" in data["words"]["scan"] or "ziet u" in data["words"]["scan"]


def test_the_document_has_real_headings(noor, waterdrecht):
    from docx import Document

    make_agenda(noor, "=Koffie\u0007", text="Met taart")

    document = Document(BytesIO(printed(waterdrecht, "lijst-tekst")))

    styles = [p.style.name for p in document.paragraphs]
    assert styles[0] == "Heading 1"
    assert "Heading 2" in styles
    first = styles.index("Heading 2")
    assert re.search("=Koffie", document.paragraphs[first].text)
    assert document.paragraphs[first + 1].text == "Met taart", "to put in a newsletter"


def test_the_index_may_hold_nothing(waterdrecht):
    index_town(waterdrecht.pk)

    assert wanted(waterdrecht).rows == []
