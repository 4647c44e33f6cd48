"""The command, on an empty database."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from plein.foundation.communities.models import Community


@pytest.mark.django_db
def test_too_few_people_are_refused_in_words():
    with pytest.raises(CommandError, match="at least"):
        call_command("fill_town", people=3)


@pytest.mark.django_db
def test_without_a_town_the_list_says_what_to_do():
    Community.objects.update(host=None)

    with pytest.raises(CommandError, match="fill_town"):
        call_command("list_logins")


def test_the_command_says_what_it_does(filling):
    _town, said = filling

    assert "pictures" in said
    assert "Waterdrecht is there, with 90 people." in said


def test_outside_the_demo_these_pages_do_not_exist(client, waterdrecht):
    with pytest.raises(Resolver404):
        resolve("/demo/")
    with pytest.raises(NoReverseMatch):
        reverse("demo:logins")
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/word/noor/").status_code == 404
    assert client.get("/demo/post/").status_code == 404
