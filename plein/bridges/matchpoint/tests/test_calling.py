"""When the number of a matchpoint is answered: as the place says, when it is the same number."""

from plein.bridges.matchpoint.models import Matchpoint


def test_a_matchpoint_with_the_number_of_the_place_says_when_it_is_answered(waterdrecht):
    waterdrecht.call_hours = [[[540, 720]]] * 5 + [[], []]
    said = {"town": waterdrecht, "community": waterdrecht, "name": "Bieb", "walk_in": "Plein 1"}

    assert Matchpoint(**said, phone="0184 555010").calling == "Bel ma–vr 9–12"
    assert Matchpoint(**said, phone="0184 555 011").calling == ""
