"""The demo town reads as if people wrote it, and gives nobody away."""

import re
from collections import Counter

import pytest

from plein.demo.texts import (
    load_about_lines,
    load_organisations,
    load_people,
    load_places,
    load_posts,
    load_talks,
    load_town,
)
from plein.lib.writing import check

THEMES = {
    "boodschappen-koken",
    "vervoer",
    "klussen",
    "tuin",
    "gezelschap",
    "huisdieren",
    "computer-telefoon",
    "taal-papieren",
    "kinderen-opvang",
    "bewegen-sport",
    "muziek-cultuur",
    "spullen",
    "vrijwilligerswerk",
    "zorg-mantelzorg",
}
GROUPS = {
    "ouderen",
    "jongeren",
    "kinderen",
    "gezinnen",
    "mantelzorgers",
    "nieuwkomers",
    "beperking",
    "alleenstaanden",
    "vrouwen",
    "iedereen",
}
LANGUAGES = {"nl", "en", "tr", "ar", "pl", "uk"}
PARTS = {"ochtend", "middag", "avond"}
DAYS = {"ma", "di", "wo", "do", "vr", "za", "zo"}

# H1: absence and being alone; an exact time. H7: illness. Whole words, in any case.
GIVEN_AWAY = re.compile(
    r"\b(?:"
    r"vakantie\w*|niet thuis|van huis|ben weg|zijn weg|op reis|staat leeg|sleutel onder"
    r"|woon alleen|ben alleen|leef alleen|helemaal alleen|in mijn uppie|weduwe|weduwnaar"
    r"|away from home|on holiday|live alone|living alone"
    r"|dementie\w*|alzheimer|kanker|reuma|parkinson|beroerte|depressie\w*|depressief|autis\w+"
    r"|adhd|diabetes|suikerziekte|copd|hartaanval|hartfalen|burn-?out|operatie|geopereerd"
    r"|chemo\w*|diagnose|ziekte|ziek|medicijn\w*|ziekenhuis|verslaving|psych\w+"
    r")\b",
    re.IGNORECASE,
)
NUMBERS = {
    "a phone number": re.compile(r"\b0\d[\d\s-]{6,}\d|\+\d{8,}"),
    "a house number": re.compile(
        r"\b\w+(?:straat|laan|weg|pad|plein|kade|hof|dreef|plantsoen|singel|dijk)\s+\d", re.I
    ),
    "a postcode": re.compile(r"\b\d{4}\s?[A-Z]{2}\b"),
    "a time of the clock": re.compile(r"\b\d{1,2}([:.]\d{2}|\s?(uur|u)\b)|\b\d{1,2}\s?(am|pm)\b"),
    "an address on the internet": re.compile(r"@|https?:|www\."),
    "a bank account": re.compile(r"\bNL\d{2}[A-Z]{4}", re.I),
}

posts = load_posts()


def all_sentences():
    """Everything a resident is supposed to have written."""
    yield from (f"{post.title}. {post.text}" for post in posts)
    yield from (line.text for line in load_about_lines())
    for talk in load_talks():
        yield from (turn.text for turn in talk.turns)
        yield from (talk.when, talk.where, talk.thanks)


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("kind", ["ask", "offer"])
def test_every_theme_has_sixteen_asks_and_sixteen_offers(theme, kind):
    assert sum(post.theme == theme and post.kind == kind for post in posts) >= 16


def test_there_are_450_posts_in_the_known_themes():
    assert len(posts) >= 450
    assert {post.theme for post in posts} == THEMES


def test_no_two_posts_have_the_same_title():
    assert [title for title, n in Counter(post.title for post in posts).items() if n > 1] == []


def test_no_two_posts_have_the_same_text():
    assert len({post.text for post in posts}) == len(posts)


def test_every_post_uses_the_known_words_only():
    for post in posts:
        assert set(post.target_groups) <= GROUPS, post.title
        assert post.target_groups, post.title
        assert set(post.parts) <= PARTS, post.title
        assert set(post.days) <= DAYS, post.title
        assert post.language in LANGUAGES, post.title
        assert post.task_class in {"public", "door", "inside", "trust"}, post.title
        assert post.stands_for in {"resident", "organisation"}, post.title


def test_all_six_languages_are_heard_and_dutch_most_of_all():
    heard = Counter(post.language for post in posts)

    assert set(heard) == LANGUAGES
    assert 0.06 <= 1 - heard["nl"] / len(posts) <= 0.12
    assert min(heard.values()) >= 7


def test_one_in_ten_is_misspelt_and_many_are_chatty():
    style = Counter(post.style for post in posts)

    assert 0.08 <= style["misspelt"] / len(posts) <= 0.14
    assert style["chatty"] / len(posts) >= 0.2


@pytest.mark.parametrize(
    ("language", "letters"),
    [("ar", r"[\u0600-\u06ff]"), ("uk", r"[а-яіїєґ]"), ("pl", r"[ąćęłńóśźż]"), ("tr", r"[çğıöşü]")],
)
def test_other_languages_are_written_in_their_own_letters(language, letters):
    for post in posts:
        if post.language == language:
            assert re.search(letters, post.text), post.title


def test_a_text_has_one_to_four_sentences():
    for post in posts:
        if post.style != "misspelt":
            assert 1 <= len(re.findall(r"[.!?؟]+(?:\s|$)", post.text)) <= 5, post.text


def test_an_ask_is_for_members_unless_it_happens_in_public():
    for post in posts:
        if post.kind == "ask" and post.audience == "public":
            assert post.task_class == "public", post.title


def test_an_organisation_stands_for_what_it_is_about():
    themes = {row.name: row.themes for row in load_organisations()}

    for post in posts:
        if post.stands_for == "organisation":
            assert post.theme in themes[post.organisation], post.title
        else:
            assert post.organisation == "", post.title


def test_the_old_and_the_young_have_words_of_their_own():
    fits = Counter(post.writer for post in posts)

    assert set(fits) == {"anybody", "old", "young"}
    assert min(fits.values()) >= 10


def test_titles_fit_on_a_card():
    assert [post.title for post in posts if len(post.title) > 60] == []


@pytest.mark.parametrize("what", sorted(NUMBERS))
def test_nobody_writes_down(what):
    assert [text for text in all_sentences() if NUMBERS[what].search(text)] == []


def test_nobody_tells_of_absence_of_being_alone_or_of_illness():
    assert [text for text in all_sentences() if GIVEN_AWAY.search(text)] == []


def test_the_hint_while_writing_has_nothing_to_say_about_any_text():
    assert [(text, found) for text in all_sentences() if (found := check(text))] == []


def test_nobody_signs_with_a_surname():
    surname = re.compile(r"\b(?:mevrouw|meneer|mevr\.|dhr\.|familie)\s+(?:[Vv]an\s|[Dd]e\s)?[A-Z]")

    assert [text for text in all_sentences() if surname.search(text)] == []


def test_no_street_of_the_town_is_named_in_a_post_but_the_market_square():
    streets = {street for place in load_places() for street in place.streets}
    streets -= {"Marktplein", "Molenpark", "Grutto", "Kievit", "Oude Werf"}

    for text in all_sentences():
        assert not [street for street in streets if street in text], text


def test_the_people_are_many_and_mixed():
    people = load_people()

    assert len({person.name for person in people}) == len(people) >= 120
    assert len({person.roots for person in people}) >= 8
    assert {language for person in people for language in person.languages} == LANGUAGES


def test_a_name_is_a_first_name():
    assert [person.name for person in load_people() if " " in person.name] == []


def test_about_lines_promise_known_talents():
    lines = load_about_lines()

    assert len(lines) >= 40
    assert {talent for line in lines for talent in line.talents} == THEMES


def test_conversations_stand_in_every_stage():
    stages = Counter(talk.stage for talk in load_talks())

    assert sum(stages.values()) >= 40
    assert set(stages) == {"first_message", "talking", "agreed", "done", "thanked", "not_chosen"}
    assert min(stages.values()) >= 5


def test_every_conversation_is_about_a_post_that_exists():
    known = {(post.title, post.theme, post.kind) for post in posts}

    for talk in load_talks():
        assert (talk.post, talk.theme, talk.kind) in known


def test_every_theme_is_talked_about():
    assert {talk.theme for talk in load_talks()} == THEMES


def test_who_answers_writes_first():
    for talk in load_talks():
        answering = "helper" if talk.kind == "ask" else "asker"
        assert talk.turns[0].by == answering, talk.post
        assert 1 <= len(talk.turns) <= 9, talk.post


def test_an_agreement_says_when_and_where_and_only_an_agreement_does():
    for talk in load_talks():
        agreed = talk.stage in {"agreed", "done", "thanked"}
        assert bool(talk.when) is bool(talk.where) is agreed, talk.post
        assert bool(talk.thanks) is (talk.stage == "thanked"), talk.post


def test_every_theme_and_wijk_has_an_organisation():
    organisations = load_organisations()

    assert len({organisation.name for organisation in organisations}) == 24
    assert {theme for row in organisations for theme in row.themes} == THEMES
    assert {row.wijk for row in organisations} == {place.key for place in load_places()}


def test_the_phone_numbers_do_not_exist():
    for place in (load_town(), *load_places()):
        assert re.fullmatch(r"0184-555 0\d\d", place.phone), place.name


def test_every_wijk_has_a_phone_a_door_and_streets():
    for place in load_places():
        assert place.intro
        assert place.phone_hours
        assert place.walk_in
        assert len(place.streets) >= 5
