"""The corpora are written by hand; see the files beside this one."""

import tomllib
from pathlib import Path

import pytest

from benchmarks.writing import unseen
from plein.lib.writing import check
from plein.testing.slowness import times_as_long

CORPORA = {
    corpus["kind"]: corpus
    for path in sorted(Path(__file__).parent.glob("corpus_*.toml"))
    for corpus in [tomllib.loads(path.read_text(encoding="utf-8"))]
}
DEMO = Path(__file__).parents[3] / "demo" / "texts" / "posts"
KINDS_OF = {"contact": {"phone", "account", "mail"}}


def finds(kind: str, text: str) -> bool:
    return bool(KINDS_OF.get(kind, {kind}) & {finding.kind for finding in check(text)})


def sentences(which: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, corpus in CORPORA.items() for text in corpus[which]]


@pytest.mark.parametrize("kind", CORPORA)
def test_nine_of_ten_sentences_that_tell_too_much_are_found(kind):
    tells = CORPORA[kind]["tells"] + CORPORA[kind]["later"]
    missed = [text for text in tells if not finds(kind, text)]

    assert len(missed) <= len(tells) / 10, missed


@pytest.mark.parametrize("kind", CORPORA)
def test_at_most_one_of_ten_innocent_sentences_is_doubted(kind):
    innocent = CORPORA[kind]["innocent"]
    doubted = [text for text in innocent if check(text)]

    assert len(doubted) <= len(innocent) / 10, doubted


def test_the_corpus_is_large_enough_and_half_of_it_is_innocent():
    tells, innocent = len(sentences("tells")) + len(sentences("later")), len(sentences("innocent"))

    assert tells + innocent >= 300
    assert 0.4 <= innocent / (tells + innocent) <= 0.6
    assert len({text for _, text in sentences("tells") + sentences("innocent")}) > 300


def test_new_sentences_do_well_though_no_pattern_was_mended_for_them():
    found = unseen()
    tells = [one for score in found for one in score.tells]
    innocent = [one for score in found for one in score.innocent]

    assert sum(tells) >= 0.9 * len(tells), [line for score in found for line in score.wrong]
    assert sum(innocent) <= 0.1 * len(innocent)


def test_ordinary_posts_are_left_alone():
    posts = [p for f in DEMO.glob("*.toml") for p in tomllib.loads(f.read_text("utf-8"))["posts"]]
    doubted = [post["title"] for post in posts if check(f"{post['title']}. {post['text']}")]

    assert len(posts) > 400
    assert len(doubted) <= len(posts) / 50, doubted


def test_a_finding_points_at_the_words_and_says_what_to_do():
    text = "Hallo buren! Ik ben twee weken weg, tot dan."

    (finding,) = check(text)

    assert text[finding.start : finding.end] == "ben twee weken weg"
    assert finding.kind == "absence"
    assert "conversation" in str(finding.hint) or "gesprek" in str(finding.hint)


def test_findings_come_in_the_order_of_the_text():
    found = check("Bel 06-12345678. Ik woon alleen. Ik heb kanker.")

    assert [finding.kind for finding in found] == ["phone", "alone", "health"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "İİİ weg", "😀" * 500, "a" * 5000, "1 " * 2000])
def test_strange_texts_are_read_without_a_word(text):
    assert check(text) == []


def test_capitals_do_not_matter_and_places_stay_right_in_turkish():
    text = "İyi günler. IK WOON ALLEEN."

    (finding,) = check(text)

    assert text[finding.start : finding.end] == "IK WOON ALLEEN"


def test_four_times_the_text_takes_no_more_than_its_share():
    text = "Ik zoek iemand om een keer mee te wandelen in het park. Dat is gezellig! " * 82

    assert times_as_long(lambda: check(text[:6000]), lambda: check(text[:1500])) < 12


@pytest.mark.parametrize("bite", ["06-", "a-", "a.b.c.d-", "a@", "nl91 ", "ik ben ", "een twee "])
def test_a_text_made_to_be_slow_is_not(bite):
    nasty, ordinary = (bite * 3000)[:6000], ("We gaan elke week wandelen. " * 300)[:6000]

    assert times_as_long(lambda: check(nasty), lambda: check(ordinary)) < 20
