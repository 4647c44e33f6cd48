"""Words are found in all their forms, and nobody finds by a word they may not read."""

import pytest
from django.db import connection

from plein.bridges.overviews import queries
from plein.bridges.overviews.models import Synonym, Word
from plein.bridges.overviews.search.analysing import keys
from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.light import asked_words, light
from plein.bridges.overviews.search.match import Token
from plein.bridges.overviews.search.meanings import meanings
from plein.bridges.overviews.search.suggesting import did_you_mean, suggestions
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer, titles
from plein.foundation.communities.actions import block
from plein.lib.keys import uuid7

PAIRS = [
    ("boodschap", "boodschappen"), ("kind", "kinderen"), ("fiets", "fietsen"), ("fiets", "fietsje"),
    ("huis", "huizen"), ("huis", "huisje"), ("wandelen", "wandeling"), ("wandelen", "gewandeld"),
    ("lid", "leden"), ("stad", "steden"), ("vraag", "vragen"), ("maaltijd", "maaltijden"),
    ("taal", "talen"), ("lamp", "lampen"), ("tuin", "tuinen"), ("hond", "honden"),
    ("koken", "kookt"), ("koken", "gekookt"), ("foto", "foto's"), ("café", "cafés"),
    ("senior", "senioren"), ("brief", "brieven"), ("rolstoel", "rolstoelen"), ("dansen", "danst"),
    ("klus", "klusje"), ("klus", "klussen"), ("feest", "feesten"),
    ("vrijwilliger", "vrijwilligers"),
    ("lezen", "leest"), ("ei", "eieren"), ("praten", "praat"), ("buur", "buren"),
    ("verhuizen", "verhuizing"), ("gesprek", "gesprekken"), ("repareren", "gerepareerd"),
    ("boodschappen", "boodschappendienst"), ("fiets", "fietsenmaker"), ("tuin", "tuingereedschap"),
    ("kook", "kookclub"), ("wandel", "wandelgroep"), ("computer", "computerles"),
    ("kinderen", "kinderopvang"), ("taal", "taalles"), ("koffie", "koffieochtend"),
    ("buurvrouw", "buurvrouwen"), ("muziek", "muziekles"), ("zorg", "mantelzorg"),
    ("belasting", "belastingaangifte"),
]  # fmt: skip
APART = [
    ("huis", "hulp"), ("kind", "hond"), ("fiets", "feest"), ("tuin", "taal"), ("boodschap", "bood"),
    ("koken", "koor"), ("brief", "brei"), ("kinderen", "kin"), ("wandelen", "wand"),
    ("gesprekken", "rek"), ("vrijwilliger", "wil"),
]  # fmt: skip


def plain(word):
    return next(iter(asked_words(word, 1)))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_forms_of_a_word_meet(one, other):
    assert keys(plain(one)) & keys(plain(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_different_words_do_not(one, other):
    assert not keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fietsen", "fietsje"), ("huizen", "huis"), ("koken", "kook"), ("talen", "taal")]
    + [("gekookt", "koken"), ("gewandeld", "wandeling"), ("leningen", "lenen")]
    + [("lampen", "lamp"), ("brieven", "brief"), ("katten", "kat"), ("leden", "lid")],
)
def test_a_web_process_knows_the_commonest_endings(one, other):
    assert light(one) == light(other)


def test_words_that_say_nothing_are_not_asked():
    assert asked_words("Wie helpt mij met de tuin?", 6) == ["helpt", "tuin"]
    assert asked_words("wie met de", 6) == ["wie", "met", "de"]


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        *(pair[::way] for pair in PAIRS[:12] for way in (1, -1)),
        ("fietsenmaker", "fiets"),
        ("boodschappendienst", "boodschap"),
        ("tuingereedschap", "tuin"),
        ("computerles", "lessen"),
    ],
)
def test_a_neighbour_finds_by_another_form(as_member, bram, noor, written, searched):
    usual = {"theme": "klussen", "text": "Ja."}
    indexed(
        make_offer(noor, title=f"Iets met {written}", **usual),
        make_offer(noor, title="Iets anders", **usual),
    )

    page = as_member(bram).get("/prikbord/", {"zoek": searched})

    assert titles(page) == [f"Iets met {written}"]


def test_who_looks_for_a_bicycle_repairer_does_not_want_every_bicycle(as_member, bram, noor):
    indexed(make_offer(noor, title="Fietsenmaker"), make_offer(noor, title="Samen fietsen"))

    assert titles(as_member(bram).get("/prikbord/?zoek=fietsenmaker")) == ["Fietsenmaker"]


def test_what_says_it_in_its_title_stands_first(as_member, bram, noor):
    indexed(
        make_offer(noor, title="Samen schaken"),
        make_offer(noor, title="Koffie", text="En daarna schaken."),
    )

    assert titles(as_member(bram).get("/prikbord/?zoek=schaken")) == ["Samen schaken", "Koffie"]


@pytest.mark.parametrize("word", ["buddy", "maatje", "buddy's"])
def test_words_that_mean_the_same_find_each_other(as_member, bram, noor, word):
    indexed(make_offer(noor, title="Een maatje om mee te praten"))

    assert len(titles(as_member(bram).get("/prikbord/", {"zoek": word}))) == 1


def test_a_place_has_words_of_its_own_that_mean_the_same(as_member, bram, noor, joost):
    indexed(make_offer(noor, title="Knooperij"), make_offer(joost, title="Knooperij"))
    Synonym.objects.create(town=noor.town, words="handwerken, knooperij")

    here = as_member(bram).get("/prikbord/?zoek=handwerken")
    there = as_member(joost, host="elders.testserver").get("/prikbord/?zoek=handwerken")

    assert (titles(here), titles(there)) == (["Knooperij"], [])


def test_nobody_outside_finds_by_another_form_of_a_private_word(as_member, nadia, bram, noor):
    indexed(make_ask(noor, title="Mijn papegaai", text="Zoekt een fluitconcert."))

    for word in ("papegaai", "papegaaien", "fluit", "concert", "fluitconcerten"):
        assert titles(as_member().get(f"/prikbord/?zoek={word}")) == []
        assert titles(as_member(nadia).get(f"/prikbord/?zoek={word}")) == []
        assert len(titles(as_member(bram).get(f"/prikbord/?zoek={word}"))) == 1


@pytest.mark.parametrize("who", ["guest", "nadia", "bram", "noor"])
def test_words_of_a_private_ask_are_suggested_to_nobody(request, noor, molenwijk, who):
    indexed(make_ask(noor, title="Papegaaienoppas", text="Fluitketel."))
    member = None if who == "guest" else request.getfixturevalue(who)
    eyes = queries.eyes_of(member, molenwijk)

    assert suggestions(eyes, "pap") == suggestions(eyes, "fluit") == []
    assert did_you_mean(eyes, meanings(noor.town_id, ["papegaaienopas"])) == ""


def test_what_was_made_private_is_suggested_no_more(noor, molenwijk):
    (ask,) = indexed(make_ask(noor, title="Papegaai", audience="public"))
    eyes = queries.eyes_of(None, molenwijk)
    assert suggestions(eyes, "pap") == ["papegaai", "Papegaai"]

    type(ask).objects.update(audience="members")
    from plein.foundation import jobs

    jobs.changed("noticeboard.post", ask.pk)
    jobs.run_pending()

    assert suggestions(eyes, "pap") == []
    assert did_you_mean(eyes, meanings(noor.town_id, ["papegaaj"])) == ""


def test_suggestions_come_from_this_place_only(noor, joost, fatima, molenwijk, elders, waterdrecht):
    indexed(make_offer(noor, title="Fietsles"), make_offer(joost, title="Fietsbel"))
    indexed(make_offer(fatima, title="Fietstas", reach="here"))

    assert "Fietsles" in suggestions(queries.eyes_of(noor, molenwijk), "fiets")
    for community in (molenwijk, waterdrecht):
        found = " ".join(suggestions(queries.eyes_of(noor, community), "fiets")).lower()
        assert "fietsbel" not in found
        assert "fietstas" not in found


def test_who_blocked_each_other_are_not_suggested(noor, bram, molenwijk):
    indexed(make_offer(noor, title="Fietsles"))
    block(bram, by=noor)

    assert suggestions(queries.eyes_of(bram, molenwijk), "fiets") == []


def test_a_suggestion_goes_on_with_what_was_typed_before(noor, molenwijk):
    indexed(make_offer(noor, title="Samen fietsen"), make_offer(noor, title="Fietsbel"))

    words = suggestions(queries.eyes_of(None, molenwijk), "samen fie")

    assert words == ["samen fietsen", "Samen fietsen"]


def test_while_typing_the_words_come_as_options(as_member, noor):
    indexed(make_offer(noor, title="Fietsles <b>"))

    text = as_member().get("/zoeken/voorstellen/?zoek=fietsl").content.decode()

    assert '<option value="fietsles">' in text
    assert "&lt;b&gt;" in text


@pytest.mark.parametrize(
    "typed", ["", "f", "%", "' OR 1", "\0", '"fie*', "zz" * 60, "🙂", "fie AND"]
)
def test_odd_typing_does_no_harm(as_member, noor, typed):
    indexed(make_offer(noor))

    assert as_member().get("/zoeken/voorstellen/", {"zoek": typed}).status_code == 200
    assert as_member().get("/zoeken/", {"zoek": typed}).status_code == 200


def test_a_slip_of_the_pen_is_mended(as_member, noor):
    indexed(make_offer(noor, title="Samen schaken"))

    text = as_member().get("/prikbord/?zoek=shaken").content.decode()

    assert 'Bedoel je <a href="?zoek=schaken">schaken</a>?' in text


def test_the_list_of_words_forgets_what_nobody_uses(noor):
    (offer,) = indexed(make_offer(noor, title="Papegaai"))
    assert Word.objects.filter(word="papegaai").exists()

    type(offer).objects.update(hidden_at=offer.made_at)
    indexed(offer)

    assert not Word.objects.filter(word="papegaai").exists()


def test_a_word_knows_whether_everybody_may_know_it(noor):
    indexed(make_ask(noor, title="Papegaai"), make_offer(noor, title="Fluitketel"))

    public = dict(Word.objects.values_list("word", "public"))
    assert (public["papegaai"], public["fluitketel"]) == (False, True)


def test_what_is_written_again_beside_something_new_keeps_its_place(noor):
    """The last of the index and a new one in one go once got the same number."""
    first, second = uuid7(), uuid7()
    engine().write(noor.town_id, {first: {"lampen"}})

    for _time in range(2):
        engine().write(noor.town_id, {first: {"lampen"}, second: {"banden"}})

    with connection.cursor() as cursor:
        for token in ("lampen", "banden"):
            cursor.execute(*engine().keys(noor.town_id, Token(token)))
            assert len(cursor.fetchall()) == 1


def test_a_slip_that_somebody_else_made_as_well_is_still_seen(as_member, noor):
    """One thing is found by it; far more by the word that was meant."""
    offers = [make_offer(noor, title=f"Samen schaken {number}") for number in range(6)]
    indexed(*offers, make_offer(noor, title="Schakne in het park"))

    slip = as_member().get("/prikbord/?zoek=schakne").content.decode()
    right = as_member().get("/prikbord/?zoek=schaken").content.decode()

    assert "Schakne in het park" in slip
    assert 'Bedoel je <a href="?zoek=schaken">schaken</a>?' in slip
    assert "Bedoel je" not in right
