"""What the two of an appointment may see of a client's address and number (H2, H8).

The mandate says per thing whether it may be given. Each match asks again; the helper reads it on
the page of the appointment only, from the client's card itself, while the appointment stands.
"""

from dataclasses import dataclass

from plein.features.noticeboard.client_words import mandate_of
from plein.features.noticeboard.models import Match, Post, Release
from plein.foundation.care.models import Client, Mandate
from plein.foundation.communities.models import Member


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that may be given. `words` is empty but for the helper to whom it was given."""

    what: str
    label: str
    is_given: bool
    words: str = ""


def may_give(mandate: Mandate | None) -> list[str]:
    """What this client allowed, and has."""
    if mandate is None or not mandate.stands:
        return []
    allowed = {
        Release.What.ADDRESS: mandate.may_give_address,
        Release.What.PHONE: mandate.may_give_phone,
    }
    return [what.value for what, yes in allowed.items() if yes and _of(mandate.client, what)]


def stands(match: Match | None) -> bool:
    """Agreed, not over, and not held until somebody was heard."""
    return bool(match and match.is_agreed and not match.done_at and not match.held_at)


def shown_to(member: Member, post: Post, match: Match | None) -> list[Given]:
    """For the professional what can be given or taken back, for the helper what was given."""
    if match is None or not stands(match) or post.mandate is None:
        return []
    mandate = mandate_of(post)
    can = may_give(mandate)
    if mandate is None or not can:
        return []
    given = set(
        Release.objects.filter(town=post.town_id, match=match).values_list("what", flat=True)
    )
    labels = dict(Release.What.choices)
    if member.pk == post.author_id:
        return [Given(what, str(labels[what]), what in given) for what in can]
    return [
        Given(what, str(labels[what]), is_given=True, words=_of(mandate.client, what))
        for what in can
        if what in given
    ]


def _of(client: Client, what: str) -> str:
    return client.address if what == Release.What.ADDRESS else client.phone
