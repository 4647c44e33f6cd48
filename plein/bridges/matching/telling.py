"""What people are told about a suggestion. Never a word of what somebody wrote (H7)."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.bridges.matching.models import Invitation, Proposal
from plein.foundation.communities.models import Member
from plein.lib.week import said_roughly
from plein.shared.notifications.actions import notify


def invited(invitation: Invitation) -> None:
    """One careful question. The words are the teaser's: theme, wijk and part of the week."""
    ask = invitation.ask
    notify(
        invitation.to,
        key="matching.invited",
        url=reverse("matching:invitation", args=[invitation.pk]),
        subject=format_lazy(_("A neighbour in {place} could use help"), place=ask.community.name),
        text=format_lazy(
            _(
                "It is about: {theme}. {when}.\n\nWe thought of you. You may say yes, and you may "
                "leave it: nobody sees that we asked you. Open the page to read what it is."
            ),
            theme=lazystr(ask.theme),
            when=lazystr(_When(ask.when_bits)),
        ),
        aloud=format_lazy(
            _(
                "It is about: {theme}. {when}. We thought of you. You may say yes, and you may "
                "leave it: who asks does not hear that we asked you."
            ),
            theme=lazystr(ask.theme),
            when=lazystr(_When(ask.when_bits)),
        ),
        once=f"ask:{ask.pk}:invited",
        by=ask.author,
    )


class _When:
    """Said when it is read, so in the language of who reads."""

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def __str__(self) -> str:
        return said_roughly(self.bits)


def proposed(proposal: Proposal) -> None:
    """A connector thought of something for an offer that nobody took up yet."""
    notify(
        proposal.offer.author,
        key="matching.proposed",
        url=proposal.url,
        subject=_("We thought of something for you"),
        text=format_lazy(
            _(
                "You offered to do something, and nobody took it up yet. Maybe this suits you: "
                "{title}. Have a look, and do only what you like."
            ),
            title=proposal.title,
        ),
        once=f"proposal:{proposal.pk}",
    )


def nobody_asked(member: Member) -> None:
    """Three weeks without a question: what we looked at, and what would help."""
    notify(
        member,
        key="matching.nobody_asked",
        url=reverse("matching:why-nothing"),
        subject=_("We have not forgotten you"),
        text=_(
            "You want to do something for neighbours, and we did not ask you anything for three "
            "weeks. That is not about you. On the page you see what we looked at, and what would "
            "help."
        ),
        aloud=_(
            "You want to do something for neighbours, and we asked you nothing for three weeks. "
            "That is not about you. Tell us what you like to do and when you can, then we keep "
            "looking with you."
        ),
        once=f"nobody_asked:{member.pk}:{_month()}",
    )


def _month() -> str:
    return f"{timezone.localdate():%Y%m}"
