"""Later somebody wants their name back, or no name any more: what that means for each talk."""

from plein.features.noticeboard import actions
from plein.features.noticeboard.tests.making import make_ask
from plein.features.noticeboard.tests.test_shy import ask, pair, reads, talk, text
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.models import Notification

__all__ = ["ask", "pair"]


def test_showing_the_name_to_everybody_shows_it_in_the_talks_as_well(pair, noor):
    actions.choose_who_knows(pair.post, "readers", by=noor)

    pair.conversation.refresh_from_db()
    assert pair.conversation.veiled is None


def test_an_ask_that_goes_on_without_a_name_hides_it_where_the_asker_said_nothing(
    as_member, noor, bram, centrum, mila
):
    ask = make_ask(noor)
    quiet = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    busy = actions.respond(ask, "Ik ook.", by=mila)
    conversations.say(busy.conversation, "Fijn, kom maar.", by=noor)
    assert "Noor" in reads(as_member, quiet, bram)

    actions.choose_who_knows(ask, "connectors", by=noor)

    assert "Noor" not in reads(as_member, quiet, bram)
    assert not Notification.objects.filter(to=bram, by_id=noor.pk, subject__contains="Noor")
    here = busy.conversation.get_absolute_url()
    assert "Noor" in text(as_member(mila), here)
    mine = talk(busy, "laten-zien/")
    assert "Terugnemen" in text(as_member(noor), mine)

    busy.refresh_from_db()
    actions.take_back(busy, "name", by=noor)
    assert "Noor" not in text(as_member(mila), here)


def test_an_appointment_keeps_the_name_and_who_stepped_back_does_not(noor, bram, mila):
    ask = make_ask(noor)
    pair = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    actions.propose(pair, "dinsdag", "de bieb", by=bram)
    gone = actions.respond(ask, "Ik ook.", by=mila)
    conversations.say(gone.conversation, "Fijn", by=noor)
    actions.withdraw(gone, by=mila)

    actions.choose_who_knows(ask, "connectors", by=noor)

    pair.conversation.refresh_from_db()
    gone.conversation.refresh_from_db()
    assert (pair.conversation.veiled, gone.conversation.veiled) == (None, noor)
