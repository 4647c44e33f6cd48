"""A name is what one reads: nobody hides signs in it, or looks like somebody else."""

import pytest

from plein.foundation.communities.forms.joining import NameField
from plein.foundation.communities.models import Community, Member

HIDDEN = ["Mila\u200b", "\u202eMila", "Mi\u00adla", "\u2066Mila\u2069", "\ufeffMila", "Mila\x07"]


@pytest.mark.parametrize("typed", HIDDEN)
def test_a_name_has_no_sign_that_nobody_sees(as_member, noor, typed):
    as_member(noor).post("/mijn/profiel/over-mij/", {"name": typed, "about": ""})

    noor.refresh_from_db()
    assert noor.name == "Mila"


@pytest.mark.parametrize("typed", HIDDEN)
def test_a_new_neighbour_has_a_name_that_is_what_one_reads(client, molenwijk, centrum, typed):
    joined = {"name": typed, "address": "sem@voorbeeld.nl", "home": str(molenwijk.pk)}
    client.post("/meedoen/", joined)

    assert Member.objects.get(address="sem@voorbeeld.nl").name == "Mila"


@pytest.mark.parametrize(
    "name", ["Noor", "Fátima-Zahra", "محمد", "Łucja", "Оксана", "O'Brien", "J. P.", "山田", "Ömer"]
)
def test_names_of_all_languages_stay_as_they_are(name):
    assert NameField().clean(name) == name


@pytest.mark.parametrize("name", ["a@b", "www/x", "<b>", "bel 0612", "...", "\u200b\u200b", "12"])
def test_what_is_no_name_is_refused(as_member, noor, name):
    answer = as_member(noor).post("/mijn/profiel/over-mij/", {"name": name})

    assert answer.status_code == 422
    noor.refresh_from_db()
    assert noor.name == "Noor"


def test_what_is_typed_about_oneself_turns_no_page_around(as_member, noor):
    as_member(noor).post("/mijn/profiel/over-mij/", {"name": "Noor", "about": "Ik\u202e tuinier"})

    noor.refresh_from_db()
    assert noor.about == "Ik tuinier"


def test_lines_about_oneself_stay_lines(as_member, noor):
    as_member(noor).post("/mijn/profiel/over-mij/", {"name": "Noor", "about": "Een\r\nTwee"})

    noor.refresh_from_db()
    assert noor.about == "Een\nTwee"


def test_the_name_of_a_place_hides_nothing_either(as_member, mila, waterdrecht):
    first = {"name": "Water\u202edrecht", "size": "dorp", "posting": "everybody"}
    as_member(mila).post("/instellingen/", first)

    assert Community.objects.get(pk=waterdrecht.pk).name == "Waterdrecht"
