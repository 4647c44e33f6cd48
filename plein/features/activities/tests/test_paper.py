"""The list of who comes fills its last page on A4, and never spills over it."""

import pytest

from plein.features.activities import paper
from plein.features.activities.actions import enrolling
from plein.features.activities.actions.enrolling import Guest
from plein.features.activities.tests.making import first, make_club

HEAD = paper.head_of("Koffie")


def pages(rows, head=HEAD, behind=0.0):
    """Pages of what is written, and with the empty lines and what stands behind added."""

    def count(heights):
        left, number = paper.PAGE - head - paper.HEADER, 1
        for height in heights:
            if height > left:
                left, number = paper.PAGE - paper.HEADER, number + 1
            left -= height
        return number, left

    empty = paper.empty_lines(rows, head=head, behind=behind)
    tail = [behind] if behind else []
    return count([*rows, *tail]), count([*rows, *[paper.ROW] * empty, *tail])


@pytest.mark.parametrize("people", [1, 9, 22, 23, 24, 45, 51, 52, 80])
@pytest.mark.parametrize(
    "answer", ["", "geen noten", "vegetarisch, en liefst ook zonder melk en ei"]
)
def test_no_page_more_and_hardly_any_paper_left(people, answer):
    written, filled = pages([paper.row_of("Riet", [answer] if answer else [])] * people)
    assert filled[0] == written[0]
    assert filled[1] < paper.ROW


@pytest.mark.parametrize("waiting", [1, 4])
def test_the_waiting_list_keeps_its_place_below(waiting):
    written, filled = pages([paper.ROW] * 10, behind=paper.waiting_of(waiting))
    assert filled[0] == written[0] == 1


def test_long_words_take_room():
    assert paper.row_of("Riet", ["een lang antwoord " * 9]) > paper.ROW
    assert paper.head_of("Een lange naam " * 5) > HEAD
    assert paper.empty_lines([paper.ROW] * 23, head=HEAD) == 0


def test_names_stand_by_alphabet_and_one_question_stands_above(as_member, noor):
    club = make_club(noor, seats=30, questions=["diet"])
    for name in ("Wim", "anna", "Bep"):
        guest = Guest(name=name, mail=f"{name}@post.example", answers=("geen noten",))
        enrolling.enrol(first(club), guest, by=None)

    page = f"{club.get_absolute_url()}{first(club).when}/deelnemers/"
    words = as_member(noor).get(page).content.decode()
    assert words.index("anna") < words.index("Bep") < words.index("Wim")
    assert words.count("dieet") == 1
    assert words.count('class="only-paper"') == 20
