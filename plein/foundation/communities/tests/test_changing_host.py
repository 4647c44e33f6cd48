"""Another address on the web: a typing error takes no place off the air (PLACE-1, OPEN-2)."""

import pytest
from django.core.management import CommandError, call_command

from plein.foundation.communities import tree
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community

PAGE, WRONG, RIGHT = "/instellingen/webadres/", "plein.waterdreht.nl", "plein.waterdrecht.nl"


@pytest.fixture
def manager(as_member, mila):
    return as_member(mila)


def test_a_slip_of_a_finger_is_mended_on_the_old_address(manager, waterdrecht):
    assert "Probeer nu het nieuwe adres" in manager.post(PAGE, {"host": WRONG}).content.decode()

    assert WRONG in manager.get(PAGE).content.decode()
    assert absolute(waterdrecht, "/").startswith("http://testserver")
    manager.post(PAGE, {"host": "testserver"})

    place = Community.objects.get(pk=waterdrecht.pk)
    assert (place.host, place.next_host) == ("testserver", None)


def test_the_first_visit_on_the_new_address_moves_the_place(manager, as_member, waterdrecht):
    manager.post(PAGE, {"host": RIGHT})

    assert as_member(None, host=RIGHT).get("/").status_code == 200

    assert manager.get(PAGE).status_code == 404
    assert Community.objects.get(pk=waterdrecht.pk).host == RIGHT
    assert absolute(tree.of(waterdrecht.pk).town, "/").startswith(f"http://{RIGHT}")


def test_an_address_that_waits_for_another_place_is_taken(manager, waterdrecht, molenwijk):
    manager.post(PAGE, {"host": RIGHT})

    part = f"/instellingen/delen/{molenwijk.pk}/webadres/"
    assert manager.post(part, {"host": RIGHT}).status_code == 422


def test_an_operator_gives_a_place_another_address(waterdrecht, molenwijk, as_member):
    call_command("change_host", "testserver", RIGHT)

    assert as_member(None, host=RIGHT).get("/").status_code == 200
    assert as_member(None).get("/").status_code == 404


@pytest.mark.parametrize(
    ("old", "new"),
    [("nergens.nl", RIGHT), ("testserver", "geen host"), ("testserver", "molenwijk.testserver")],
)
def test_an_operator_hears_what_cannot_be(waterdrecht, molenwijk, old, new):
    with pytest.raises(CommandError):
        call_command("change_host", old, new)
