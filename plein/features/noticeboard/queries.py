"""What pages and messages need of several tables."""

from plein.features.noticeboard.models import Draft, Match, Post, PostQuerySet, Response
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme


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


def my_posts(member: Member) -> list[Post]:
    return list(Post.objects.of(member).complete().order_by("-id")[:100])


def my_responses(member: Member) -> list[Response]:
    return list(
        Response.objects.filter(town=member.town_id, author=member, post__hidden_at=None)
        .exclude(post__author__in=blocked_ids(member))
        .select_related(
            "post__theme", "post__author", "post__organisation", "post__community", "conversation"
        )
        .order_by("-id")[:100]
    )


def answers_to(post: Post, member: Member) -> list[Response]:
    """For the author: everybody who wants to help and may be met."""
    return list(
        Response.objects.standing()
        .filter(town=post.town_id, post=post)
        .exclude(author__in=blocked_ids(member))
        .select_related("author", "conversation")
        .order_by("id")
    )


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
