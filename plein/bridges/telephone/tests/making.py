"""Truus has a phone and no screen; she asked at the matchpoint, and Bram answers."""

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.communities.actions.greeting import greet
from plein.foundation.communities.actions.joining import join


def truus_is_answered(home, bram, fatima):
    """The row of her news, and Bram's answer."""
    truus = join(None, town=home.town_id, name="Truus", home=home, by=fatima)
    truus.address, truus.channel = "+31612340001", "phone"
    truus.save(update_fields=["address", "channel"])
    post = make_ask(greet(truus, by=fatima), title="Wie brengt mij naar de markt?")
    response = board.respond(post, "Ik rijd dinsdag toch die kant op.", by=bram)
    dayboard.refresh(home.town_id)
    return MatterRow.objects.get(kind="notifications.tell", about=truus.pk), response
