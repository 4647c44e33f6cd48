"""Je or u: as a place chose, or as a person chose for themselves."""

import pytest
from django.core import mail
from django.utils import translation

from plein.foundation.communities import actions, tree
from plein.foundation.communities.models import Member

JE, U = "Je profiel", "Uw profiel"


@pytest.fixture
def formal_place(waterdrecht, mila):
    from plein.foundation.communities.actions.arranging import arrange

    arrange(waterdrecht, by=mila, formal=True)
    return waterdrecht


def page(client, path="/meedoen/", **kwargs):
    return client.get(path, **kwargs)


def test_a_place_says_je(client, waterdrecht):
    text = page(client).content.decode()

    assert "Je voornaam is genoeg" in text
    assert "Uw voornaam" not in text


def test_a_place_that_chose_u_says_u(client, formal_place):
    text = page(client).content.decode()

    assert "Uw voornaam is genoeg" in text
    assert "Je voornaam" not in text


def test_it_stays_dutch_on_the_outside(client, formal_place):
    response = page(client)

    assert '<html lang="nl"' in response.content.decode()
    assert response["Content-Language"] == "nl"


def test_dutch_stays_the_chosen_language_on_the_page(client, formal_place):
    [chosen] = [one for one in page(client).context["site"].languages if one.current]

    assert chosen.code == "nl"


def test_who_reads_english_sees_english(client, formal_place):
    client.cookies["django_language"] = "en"

    text = page(client).content.decode()

    assert "Your first name is enough" in text
    assert '<html lang="en"' in text


def test_the_next_visitor_of_another_place_reads_je(client, formal_place, elders):
    page(client)

    text = page(client, headers={"host": "elders.testserver"}).content.decode()

    assert "Je voornaam is genoeg" in text


def test_what_only_differs_in_no_word_is_the_same(client, formal_place):
    assert "Meedoen" in page(client).content.decode()


def test_a_member_chooses_u_in_a_place_that_says_je(as_member, noor):
    browser = as_member(noor)
    browser.post("/mijn/profiel/lezen/", {"language": "nl", "formal": "ja"})

    text = page(browser, "/mijn/profiel/lezen/").content.decode()

    noor.refresh_from_db()
    assert noor.formal is True
    assert "In welke taal schrijven we u?" in text


def test_a_member_chooses_je_in_a_place_that_says_u(as_member, noor, formal_place):
    browser = as_member(noor, host="testserver")
    browser.post("/mijn/profiel/lezen/", {"language": "nl", "formal": "nee"})

    text = page(browser, "/mijn/profiel/lezen/").content.decode()

    assert "In welke taal schrijven we je?" in text


def test_a_member_goes_along_with_the_place_again(as_member, noor):
    Member.objects.filter(pk=noor.pk).update(formal=True)

    as_member(noor).post("/mijn/profiel/lezen/", {"language": "nl", "formal": ""})

    noor.refresh_from_db()
    assert noor.formal is None


def test_the_form_shows_what_was_chosen(as_member, noor):
    Member.objects.filter(pk=noor.pk).update(formal=True)

    form = page(as_member(noor), "/mijn/profiel/lezen/").context["form"]

    assert form.initial["formal"] == "ja"


def test_the_choice_itself_keeps_both_words(as_member, noor, formal_place):
    form = page(as_member(noor), "/mijn/profiel/lezen/").context["form"]

    with translation.override("nl-formal"):
        assert [str(name) for _value, name in form.fields["formal"].choices][1:] == ["je", "u"]


def test_something_else_than_the_choices_is_refused(as_member, noor):
    response = as_member(noor).post("/mijn/profiel/lezen/", {"language": "nl", "formal": "jullie"})

    assert response.status_code == 422


@pytest.mark.parametrize(
    ("own", "place", "language", "expected"),
    [
        (None, False, "nl", "nl"),
        (None, True, "nl", "nl-formal"),
        (True, False, "nl", "nl-formal"),
        (False, True, "nl", "nl"),
        (True, True, "en", "en"),
        (None, True, "en", "en"),
    ],
)
def test_we_write_to_a_member_as_they_like(noor, mila, own, place, language, expected):
    from plein.foundation.communities.actions.arranging import arrange

    arrange(noor.home, by=mila, formal=place)
    tree.of(noor.town_id)
    noor.formal, noor.language = own, language

    assert noor.tongue == expected


def test_who_joins_in_a_formal_place_reads_plain_dutch(client, formal_place):
    client.post("/meedoen/", {"name": "Ans", "address": "ans@example.org"})

    assert Member.objects.get(name="Ans").language == "nl"


def test_greeting_a_formal_person_keeps_their_language(noor, nadia, fatima):
    nadia.formal = True
    nadia.save(update_fields=["formal"])

    actions.greet(nadia, by=fatima, words="Welkom!")

    assert mail.outbox == []  # it waits in our own outbox
    nadia.refresh_from_db()
    assert nadia.is_greeted
    assert nadia.language == "nl"


def test_writing_in_the_right_tongue_asks_the_database_nothing(noor, django_assert_num_queries):
    tree.of(noor.town_id)

    with django_assert_num_queries(0):
        assert noor.tongue == "nl"
