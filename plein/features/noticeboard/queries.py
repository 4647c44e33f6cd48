"""What pages and messages need of several tables."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import Count, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from plein.features.noticeboard.models import (
    AskClock,
    Contact,
    Draft,
    Look,
    Match,
    Opening,
    Post,
    PostQuerySet,
    Response,
)
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.communities.queries import blocked_between, blocked_ids
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.codes import short_code

A_PAGE, A_LOG = 20, 50
AnyRow = TypeVar("AnyRow", bound=Model)


@dataclass(frozen=True)
class Older(Generic[AnyRow]):
    """The newest of something, and the key from which older ones follow."""

    rows: list[AnyRow]
    after: UUID | None


def themes(town_id: object) -> list[Theme]:
    return list(Theme.objects.in_town(town_id).in_use())


def target_groups(town_id: object) -> list[TargetGroup]:
    return list(TargetGroup.objects.in_town(town_id).in_use())


def organisations_of(member: Member | None) -> list[Organisation]:
    """Organisations for which somebody may speak."""
    if member is None:
        return []
    return list(
        Organisation.objects.filter(
            town=member.town_id, editors__member=member, hidden_at=None
        ).order_by("name")
    )


def talks_of(member: Member, most: int = 10) -> list[Response]:
    """With whom somebody talked or agreed on something here, the newest first."""
    either = Q(author=member) | Q(post__author=member)
    found = Response.objects.filter(either, town=member.town_id, conversation__isnull=False)
    people = found.select_related("author", "conversation", "post__author", "post__theme")
    return list(people.select_related("post__community").order_by("-changed_at", "-id")[:most])


def something_else(member: Member, post: Post) -> Post | None:
    """One other open post that somebody could answer: same theme first, else the newest."""
    others: PostQuerySet = (
        Post.objects.in_community(member.home)
        .not_hidden()
        .open()
        .filter(kind=post.kind)
        .exclude(pk=post.pk)
        .exclude(author=member)
        .exclude(author__in=blocked_ids(member))
        .exclude(pk__in=Response.objects.filter(town=member.town_id, author=member).values("post"))
        .complete()
        .order_by("-id")
    )
    if not member.is_greeted:
        others = others.filter(audience=Post.Audience.PUBLIC)
    return others.filter(theme=post.theme_id).first() or others.first()


def free_code(town_id: UUID) -> str:
    """A short code that no post of this town has: with ten thousand posts one in 400 is taken."""
    code = short_code()
    while Post.objects.filter(town=town_id, code=code).exists():
        code = short_code()
    return code


def my_open_posts(member: Member, after: UUID | None = None) -> Older[Post]:
    """With `reactions`: how many people answered whom one may meet."""
    answers = Response.objects.standing().filter(town=member.town_id, post=OuterRef("pk"))
    each = answers.exclude(author__in=blocked_ids(member)).order_by().values("post")
    counted = Coalesce(Subquery(each.annotate(many=Count("pk")).values("many")), 0)
    mine = Post.objects.of(member).open().select_related("theme")
    return _older(mine.annotate(reactions=counted), after)


def my_closed_posts(member: Member, after: UUID | None = None) -> Older[Post]:
    over = Q(closed_at__isnull=False) | Q(expires_at__lte=timezone.now())
    return _older(Post.objects.of(member).filter(over).select_related("theme"), after)


def my_responses(member: Member, after: UUID | None = None) -> Older[Response]:
    found = (
        Response.objects.filter(town=member.town_id, author=member, post__hidden_at=None)
        .exclude(post__author__in=blocked_ids(member))
        .select_related("post__theme", "post__community")
    )
    return _older(found, after)


def _older(found: "QuerySet[AnyRow]", after: UUID | None) -> Older[AnyRow]:
    if after:
        found = found.filter(pk__lt=after)
    rows = list(found.order_by("-id")[: A_PAGE + 1])
    return Older(rows[:A_PAGE], rows[A_PAGE - 1].pk if len(rows) > A_PAGE else None)


def answers_to(post: Post, member: Member) -> list[Response]:
    """For the author: everybody who wants to help and may be met."""
    return list(
        Response.objects.standing()
        .filter(town=post.town_id, post=post)
        .exclude(author__in=blocked_ids(member))
        .select_related("author", "conversation")
        .order_by("id")
    )


def stamp_of(answers: list[Response]) -> str:
    """Another one as soon as somebody answers, withdraws or is chosen."""
    latest = max((answer.changed_at.timestamp() for answer in answers), default=0)
    return f"{len(answers)}-{int(latest * 1000)}"


def my_response(post: Post, member: Member | None) -> Response | None:
    if member is None:
        return None
    found = Response.objects.filter(town=post.town_id, post=post, author=member)
    return found.select_related("conversation").first()


def draft_in(drafts: list[Draft], kind: str) -> Draft | None:
    """The newest of this kind."""
    return next((draft for draft in drafts if draft.kind == kind), None)


def match_of(response: Response) -> Match | None:
    """What these two agreed or proposed."""
    return Match.objects.filter(town=response.town_id, response=response).first()


def match_read_by(member: Member, response: Response) -> Match | None:
    """After a block nobody reads what the other proposed; one's own words stay one's own (H4)."""
    match = match_of(response)
    if match is None or match.is_agreed or match.proposed_by_id == member.pk:
        return match
    return None if blocked_between(response.author, response.post.author) else match


def clock_of(post: Post) -> AskClock | None:
    return AskClock.objects.filter(town=post.town_id, post=post).first()


def number_is_wrong(post: Post) -> bool:
    """Who called last heard that it is somebody else's by now; the asker is still there."""
    last = Contact.objects.filter(town=post.town_id, post=post).order_by("-made_at").first()
    return last is not None and last.result == Contact.Result.WRONG


def contacts_with(post: Post) -> list[Contact]:
    """Who called the asker and how it went, the newest first."""
    rows = Contact.objects.filter(town=post.town_id, post=post).select_related("by")
    return list(rows.order_by("-made_at")[:20])


def may_be_on_clock(community: Community) -> list[Member]:
    """Connectors, hosts and managers of this place or above it, by name."""
    places = [community.pk, *community.tree.above(community)]
    roles = Role.objects.filter(
        town=community.town_id,
        community__in=places,
        role__in=[RoleName.CONNECTOR, RoleName.MANAGER, RoleName.HOST],
    ).counting()
    members = Member.objects.here().filter(town=community.town_id, pk__in=roles.values("member"))
    return list(members.order_by("name", "pk"))


def standing_openings(response: Response) -> dict[str, Opening]:
    """What the asker opened to this helper and did not take back, by what it is."""
    rows = Opening.objects.standing().filter(town=response.town_id, response=response)
    return {one.what: one for one in rows.order_by("opened_at", "pk")}


@dataclass(frozen=True)
class Logged:
    """One line of the log: when, who, and what happened."""

    when: datetime
    who: str
    kind: str
    what: str = ""


def opening_log(post: Post) -> list[Logged]:
    """For the asker: what was opened to whom and taken back, and who looked; newest first."""
    openings = Opening.objects.filter(town=post.town_id, response__post=post)
    lines: list[Logged] = []
    for one in openings.select_related("response__author").order_by("-opened_at")[:A_LOG]:
        name, what = one.response.author.name, str(one.get_what_display())
        lines.append(Logged(one.opened_at, name, "opened", what))
        if one.taken_back_at:
            lines.append(Logged(one.taken_back_at, name, "taken_back", what))
    looks = Look.objects.filter(town=post.town_id, post=post).select_related("by")
    lines += [Logged(one.made_at, one.by.name, "looked") for one in looks.order_by("-pk")[:A_LOG]]
    return sorted(lines, key=lambda line: line.when, reverse=True)[:A_LOG]
