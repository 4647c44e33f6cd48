"""Asks, offers and profiles that fit each other, read and suggested by the worker."""

from plein.bridges.matching.models import Invitation, Proposal, Suggestion
from plein.features.activities.tests.making import make_activity
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.foundation import jobs
from plein.foundation.communities import tree
from plein.foundation.communities.actions import change_profile
from plein.foundation.taxonomy.actions import choose_themes
from plein.foundation.taxonomy.models import MemberTheme, Theme
from plein.testing.cast import make_member

GRASS = "Wie maait mijn gras?"
GRASS_TEXT = "Het gras in mijn tuin staat hoog en ik kan het niet meer zelf maaien."
MOWS = "Ik maai graag het gras bij een ander"
MOWS_TEXT = "Ik heb een grasmaaier en werk graag in de tuin."


def ask_for_grass(author, **said) -> Post:
    usual = {"theme": "tuin", "title": GRASS, "text": GRASS_TEXT}
    return make_ask(author, **usual | said)


def offer_to_mow(author, **said) -> Post:
    usual = {"theme": "tuin", "title": MOWS, "text": MOWS_TEXT}
    return make_offer(author, **usual | said)


def likes_gardens(member, **profile):
    """A profile without an offer on the board."""
    theme = Theme.objects.get(town=member.town_id, key="tuin")
    choose_themes(member, [theme], kind=MemberTheme.Kind.TALENT, by=member)
    usual = {"about": "Ik maai graag gras en ben vaak in de tuin."}
    change_profile(member, by=member, **usual | profile)
    return member


def gardeners(home, number):
    return [likes_gardens(make_member(f"Tuinier{n}", home)) for n in range(number)]


def suggest() -> None:
    """The worker does all that waits."""
    jobs.run_pending()


def suggestion(ask, helper, **fields) -> Suggestion:
    """One by hand, for what does not depend on the engine."""
    usual = {"score": 0.8, "reasons": [["walk", {}]], "parts": {"concept": 0.9, "theme": 1.0}}
    return Suggestion.objects.create(town_id=ask.town_id, ask=ask, helper=helper, **usual | fields)


def invited(ask) -> set[str]:
    rows = Invitation.objects.filter(town=ask.town_id, ask=ask, sent_at__isnull=False)
    return set(rows.values_list("to__name", flat=True))


def with_agenda(town):
    """A street has no agenda; a village has."""
    town.size = "dorp"
    town.save(update_fields=["size"])
    tree.changed(town.pk)


def proposal(offer, by) -> Proposal:
    """What the night found for an offer nobody took up: an activity that looks for hands."""
    with_agenda(by.home.town)
    activity = make_activity(by, title="Koffieochtend", needs_hands=True, hands_words="Schenken")
    return Proposal.objects.create(
        town_id=offer.town_id, offer=offer, kind="activity", about=activity.pk, score=0.6,
        title="Koffieochtend", url="/agenda/", reasons=[["walk", {}]],
    )  # fmt: skip
