"""How a stranger from another town could try to open what is suggested here."""

from uuid import UUID

from plein.bridges.matching.models import ConceptLink, Invitation, Proposal, Weighing, Word
from plein.bridges.matching.tests.making import ask_for_grass, offer_to_mow, suggestion
from plein.features.noticeboard.models import Draft


def _pair(cast):
    return suggestion(
        ask_for_grass(cast.noor), cast.bram, offer=offer_to_mow(cast.bram, title="Kanariemaaien")
    )


def _suggestion(cast):
    return {"pk": _pair(cast).pk}


def _post(cast):
    return {"pk": ask_for_grass(cast.noor).pk}


def _invitation(cast):
    row = _pair(cast)
    return {
        "pk": Invitation.objects.create(
            town=cast.waterdrecht, ask=row.ask, to=cast.bram, sent_at=row.made_at
        ).pk
    }


def _draft(cast):
    town, home = cast.waterdrecht, cast.noor.home
    draft = Draft.objects.create(town=town, community=home, member=cast.noor, kind="ask")
    return {"pk": draft.pk}


def _proposal(cast):
    return {
        "pk": Proposal.objects.create(
            town=cast.waterdrecht,
            offer=offer_to_mow(cast.bram),
            kind="activity",
            about=UUID(int=7),
            title="Kanariekoffie",
            url="/agenda/",
            score=0.5,
        ).pk
    }


def _weighing(cast):
    return {"pk": Weighing.objects.create(town=cast.waterdrecht, origin="hand").pk}


def _word(cast):
    return {"pk": Word.objects.create(town=cast.waterdrecht, concept="x", word="kanarie").pk}


def _link(cast):
    town = cast.waterdrecht
    return {"pk": ConceptLink.objects.create(town=town, one="kanarie", other="vink", times=5).pk}


def _asked(cast):
    _invitation(cast)
    return {"pk": cast.bram.pk}


FENCE = {
    "matching:by-phone": _asked,
    "matching:not-for-me": _suggestion,
    "matching:ask-person": _suggestion,
    "matching:for_post": _post,
    "matching:ask-people": _post,
    "matching:questions": _draft,
    "matching:turn": _draft,
    "matching:fill": _draft,
    "matching:invitation": _invitation,
    "matching:decline": _invitation,
    "matching:who-fits": _post,
    "matching:for_connector": _post,
    "matching:connector-asks": _post,
    "matching:vog": _post,
    "matching:decide": _proposal,
    "matching:put-back": _weighing,
    "matching:forget-word": _word,
    "matching:decide-link": _link,
}
OPEN: dict[str, str] = {}
