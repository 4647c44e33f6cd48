"""Who calls whom, about what, with which words."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from plein.bridges.dayboard import queries as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone.models import Call, CallBack, Tidings
from plein.features.noticeboard import shy
from plein.features.noticeboard.models import Farewell, FollowUp, Post, Response
from plein.foundation.accounts import addresses
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import may
from plein.lib.matter import Layer
from plein.shared.notifications.go_betweens import Number, number_of, numbers_of

CALL_BACK, NEWS = "telephone.call_back", "notifications.tell"
TIDINGS = "telephone.tidings"
OF_A_NUMBER = (CALL_BACK, TIDINGS)
"""Who is called is a number, and not a member."""
ASKS = ("noticeboard.unanswered", "noticeboard.new")
FOLLOW_UP, FAREWELL = "noticeboard.follow_up", "noticeboard.farewell"
KINDS = (CALL_BACK, TIDINGS, NEWS, *ASKS, FOLLOW_UP, FAREWELL)
MOST = 40
MOST_TALKS = 5
MOST_MEANT = 12
LEAST_OF_A_NAME = 3
TOLD_BY_A_PERSON = (
    Member.Channel.PHONE.value,
    Member.Channel.PAPER.value,
    Member.Channel.SOMEBODY.value,
)


@dataclass
class Line:
    """One call to make. `script` is the name of the words to say."""

    row: MatterRow
    name: str = ""
    phone: str = ""
    script: str = "news"
    through: str = ""
    """Not their own number: of this person, who hears their news."""
    hears: bool = True
    """Who is on the phone may hear what was written, and answer."""
    calls: list[Call] = field(default_factory=list)
    member: Member | None = None

    @property
    def number(self) -> str:
        """As people read it: 06 12345678."""
        return addresses.shown(self.phone) if self.phone else ""

    @property
    def wrong_number(self) -> bool:
        """Who called last heard that it is somebody else's by now; nothing stopped for it."""
        return bool(self.calls) and self.calls[-1].result == Call.Result.WRONG

    @property
    def promised(self) -> bool:
        """We said before when we call."""
        return self.row.kind in OF_A_NUMBER and self.row.due is not None

    @property
    def asked_us(self) -> bool:
        """Left a number and nothing more: the number stands beside it already."""
        return self.row.kind == CALL_BACK


def member_with(phone: str, town_id: UUID) -> Member | None:
    """Who has this number: to sign in with, or as they once said it on the phone."""
    if not phone:
        return None
    theirs = Q(account__phone=phone) | Q(account=None, address=phone)
    found = Member.objects.filter(theirs, town=town_id).here()
    return found.select_related("account", "home").order_by("made_at").first()


def lines(member: Member, community: Community) -> list[Line]:
    """What this member may call about now, who waits longest first in each layer."""
    return with_people(list(waiting(member, community)[:MOST]), community.town_id)


def waiting(member: Member, community: Community) -> QuerySet[MatterRow]:
    """Everybody who waits for a call, also who does not fit on the list."""
    seen = dayboard.seen_by(member, community).filter(kind__in=KINDS)
    seen = seen.exclude(kind__in=ASKS, layer__gt=Layer.TODAY)  # they were called: now a helper
    rows = dayboard.to_do(dayboard.sorted_out(seen, member, dayboard.away(community.town_id)))
    return rows.exclude(about__in=not_to_know(member))


def not_to_know(member: Member) -> list[UUID]:
    """What is about a shy asker whom this member may not know: somebody else calls there."""
    town = member.town_id
    asks = Post.objects.open().shy().filter(town=town).complete()
    keys = [post.pk for post in asks if not shy.may_know(post, member)]
    told = (
        FollowUp.objects.filter(town=town)
        .to_act_on()
        .select_related(
            "member", "match__response__post__author", "match__response__post__community"
        )
    )
    off = Farewell.objects.filter(town=town, told_at=None).select_related(
        "to", "response__post__author", "response__post__community"
    )
    people = [(one.pk, one.member, one.match.response) for one in told]
    people += [(one.pk, one.to, one.response) for one in off]
    hidden = [
        key for key, who, response in people
        if shy.hides(who, response.post) and not shy.may_hear_of(who, response, member)
    ]  # fmt: skip
    return keys + hidden


def with_people(rows: list[MatterRow], town_id: UUID) -> list[Line]:
    """The same number of questions, however many calls there are."""
    people = _people(rows, town_id)
    names, phones = _numbers(rows, town_id)
    calls = Call.objects.filter(town=town_id, about__in=[row.about for row in rows])
    numbers = numbers_of(set(people.values()), town_id)
    before = list(calls.select_related("by").order_by("made_at"))
    found = []
    for row in rows:
        who = people.get((row.kind, row.about))
        number = _number(row, who, numbers)
        found.append(
            Line(
                row,
                name=who.name if who else names.get(row.about, ""),
                phone=phones.get(row.about, "") if row.kind in OF_A_NUMBER else number.phone,
                script="through" if number.through else _script(row.kind),
                through=number.through,
                hears=number.hears,
                calls=[one for one in before if one.about == row.about and one.kind == row.kind],
                member=who,
            )
        )
    return found


def _numbers(rows: list[MatterRow], town_id: UUID) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """(name, number) of who left one, by what the matter is about."""
    asked = CallBack.objects.filter(town=town_id, pk__in=_about(rows, CALL_BACK))
    phones = dict(asked.values_list("pk", "phone"))
    keys = _about(rows, TIDINGS)
    told = Tidings.objects.filter(town=town_id, pk__in=keys) if keys else ()
    names = {one.pk: one.teller for one in told}
    return names, phones | {one.pk: one.phone for one in told}


def _people(rows: list[MatterRow], town_id: UUID) -> dict[tuple[str, UUID], Member]:
    """Who is called about each matter."""
    news = _about(rows, NEWS)
    found = {(NEWS, key): key for key in news}
    posts = Post.objects.filter(town=town_id, pk__in=_about(rows, *ASKS))
    authors = dict(posts.values_list("pk", "author_id"))
    for model, kind, who in ((FollowUp, FOLLOW_UP, "member_id"), (Farewell, FAREWELL, "to_id")):
        some = model._default_manager.filter(town=town_id, pk__in=_about(rows, kind))
        found |= {(kind, key): member for key, member in some.values_list("pk", who)}
    for row in rows:
        if row.about in authors and row.kind in ASKS:
            found[row.kind, row.about] = authors[row.about]
    members = Member.objects.filter(town=town_id, pk__in=set(found.values()))
    by_key = {one.pk: one for one in members.select_related("account", "home")}
    return {what: by_key[key] for what, key in found.items() if key in by_key}


def _about(rows: list[MatterRow], *kinds: str) -> list[UUID]:
    return [row.about for row in rows if row.kind in kinds]


def _number(row: MatterRow, who: Member | None, numbers: dict[UUID, Number]) -> Number:
    """More help needed is only talked about with who said so, when they have a number."""
    if who is None:
        return Number("")
    own = row.kind == FOLLOW_UP and who.phone
    return Number(who.phone) if own else numbers[who.pk]


def _script(kind: str) -> str:
    return "ask" if kind in ASKS else kind.rpartition(".")[2]


def who_may_be_meant(tidings: Tidings, by: Member) -> list[Member]:
    """Members with one of these names, for who may say of them that they are gone."""
    words = [word for word in tidings.who.split() if len(word) >= LEAST_OF_A_NAME][:4]
    if not words:
        return []
    named = reduce(or_, (Q(name__icontains=word) for word in words))
    found = Member.objects.here().filter(named, town=by.town_id).exclude(pk=by.pk)
    people = found.select_related("home").order_by("name", "pk")[:MOST]
    places = tree.of(by.town_id).all
    return [one for one in people if may(by, "member.greet", places[one.home_id])][:MOST_MEANT]


def how_it_went(member: Member | None) -> list[FollowUp]:
    """'Hoe ging het?' that this member was asked and did not answer yet."""
    if member is None or not number_of(member).hears:
        return []
    waiting = FollowUp.objects.filter(town=member.town_id, member=member, asked_at__isnull=False)
    mine = waiting.unanswered().select_related(
        "match__response__post__author",
        "match__response__post__community",
        "match__response__author",
        "match__response__conversation",
        "member",
    )
    return list(mine.order_by("due_at")[:3])


def with_whom(asked: list[FollowUp], caller: Member) -> list[tuple[FollowUp, str]]:
    """Each question with the name of the other one, when who calls may know it."""
    found = []
    for one in asked:
        response = one.match.response
        post, mine = response.post, response.post.author_id == one.member_id
        other = response.author if mine else post.author
        known = mine or shy.may_know(post, caller)
        found.append((one, shy.name_in(response, other) if known else _("a neighbour")))
    return found


def talks_of(member: Member | None) -> list[Response]:
    """Who wants to help somebody without a screen of their own, or who likes to be called."""
    if member is None or (member.account_id and member.channel not in TOLD_BY_A_PERSON):
        return []
    if not number_of(member).hears:
        return []
    found = Response.objects.standing().filter(
        town=member.town_id,
        post__author=member,
        conversation__isnull=False,
        conversation__closed_at=None,
    )
    found = found.exclude(author__in=blocked_ids(member))
    return list(found.select_related("author", "conversation").order_by("id")[:MOST_TALKS])
