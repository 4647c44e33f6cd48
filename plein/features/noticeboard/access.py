"""Who may see and touch a post: views get posts here and nowhere else."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from plein.features.noticeboard import rungs, safety, shy
from plein.features.noticeboard.models import (
    Concern,
    Draft,
    Farewell,
    FollowUp,
    KeptAnswer,
    Match,
    OnClock,
    Post,
    PostQuerySet,
    Response,
)
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import may
from plein.shared.conversations.models import Conversation


def may_read(post: Post, member: Member | None) -> bool:
    """All of it: title, text, name, picture. Others get a teaser (TRUST-7)."""
    if not post.is_private:
        return True
    if (
        member
        and member.town_id == post.town_id
        and (post.author_id == member.pk or member.is_greeted)
    ):
        return True
    place = post.community.tree.all[post.community_id]
    return post.task_class == Post.TaskClass.PUBLIC and place.public_tasks_open


def visible_posts(member: Member | None, community: Community) -> PostQuerySet:
    """What may stand on this site's pages for this reader, as a post or as a teaser."""
    posts: PostQuerySet = Post.objects.in_community(community).not_hidden()
    if member and (blocked := blocked_ids(member)):
        posts = posts.exclude(author__in=blocked)
    return posts


def visible_post(member: Member | None, community: Community, code: str) -> Post:
    """A post of this site, one's own, or one that one answered; else it does not exist."""
    posts = Post.objects.filter(town=community.town_id, code=code)
    if member and member.town_id == community.town_id:
        answered = Response.objects.filter(town=member.town_id, post=OuterRef("pk"), author=member)
        on_site = Q(pk__in=visible_posts(None, community).filter(code=code).values("pk"))
        posts = posts.filter(on_site | Q(author=member) | (Exists(answered) & Q(hidden_at=None)))
    else:
        posts = visible_posts(None, community).filter(code=code)
    post: Post | None = posts.complete().first()
    if post is None or (member and post.author_id in blocked_ids(member)):
        raise Http404
    return post


def readable_post(member: Member | None, community: Community, code: str) -> Post:
    post = visible_post(member, community, code)
    if not may_read(post, member):
        raise Http404
    return post


def may_change(post: Post, member: Member | None) -> bool:
    if member is None:
        return False
    return post.author_id == member.pk or may(member, "post.arrange", post.community)


def may_call(post: Post, member: Member | None) -> bool:
    """Whoever sees it on the day start: a host calls as well. Of a shy asker the number is for
    whom they picked; others read there who that is."""
    if may_end(post, member):
        return True
    if member is None or post.author_id == member.pk:
        return False
    return may(member, "day.see", post.community)


def may_end(post: Post, member: Member | None) -> bool:
    """Say after a talk that it did not work out: connectors, and whom a shy asker picked."""
    if member is None or post.author_id == member.pk:
        return bool(member and may(member, "post.arrange", post.community))
    picked = post.is_shy and shy.may_know(post, member)
    return picked or may(member, "post.arrange", post.community)


def own_post(member: Member, community: Community, code: str) -> Post:
    """To edit, renew or add a photo: the author only."""
    post = readable_post(member, community, code)
    if post.author_id != member.pk:
        raise PermissionDenied(_("Only the person who wrote this can change it."))
    return post


def closable_post(member: Member, community: Community, code: str) -> Post:
    """The author, or a connector of the place."""
    post = readable_post(member, community, code)
    if not may_change(post, member):
        raise PermissionDenied(_("Only the person who wrote this can close it."))
    return post


def own_response(member: Member, community: Community, code: str) -> Response:
    """My answer to a post."""
    post = visible_post(member, community, code)
    response = Response.objects.filter(town=member.town_id, post=post, author=member).first()
    if response is None:
        raise Http404
    response.post = post
    return response


def response_in(member: Member, community: Community, code: str) -> Response:
    """The answer that this conversation is about; for the two people in it."""
    response = (
        Response.objects.filter(
            town=member.town_id,
            conversation__in=Conversation.objects.of(member).filter(code=code),
        )
        .select_related(
            "post__theme",
            "post__author",
            "post__organisation",
            "post__community",
            "author",
            "conversation",
        )
        .first()
    )
    if response is None or member.town_id != community.town_id:
        raise Http404
    if member.pk not in (response.author_id, response.post.author_id):
        raise Http404
    return response


def drafts_of(member: Member | None, browser: str, community: Community) -> "list[Draft]":
    """What this person began: under their name, or in this browser before they had one."""
    mine = Q()
    if member:
        mine |= Q(member=member)
    if browser:
        mine |= Q(browser=browser, member=None)
    if not mine:
        return []
    drafts = Draft.objects.filter(mine, town=community.town_id)
    return list(drafts.select_related("community").order_by("-changed_at", "-id"))


def kept_answer(post: Post, browser: str) -> KeptAnswer | None:
    """What was written to this post in this browser, before anybody signed in here."""
    if not browser:
        return None
    return KeptAnswer.objects.filter(town=post.town_id, post=post, browser=browser).first()


def again_to(draft: Draft, member: Member | None) -> Member | None:
    """Whom this ask is told to first: somebody who helped this member before."""
    to = draft.answers.get("to")
    if not to or member is None or draft.member_id != member.pk:
        return None
    other = Member.objects.filter(town=member.town_id, pk=to).exclude(state="left").first()
    return None if other is None or other.pk in blocked_ids(member) else other


def waiting_ask(member: Member, community: Community, code: str) -> Post:
    """An ask that waits for a person: for the team of its place, and whom a shy asker picked."""
    post = visible_post(member, community, code)
    if not post.is_ask or not may_call(post, member):
        raise Http404
    if post.author_id == member.pk:
        raise PermissionDenied(_("Somebody else of the team takes up your own ask."))
    return post


def spoken_ask(member: Member, community: Community, code: str) -> Post:
    """To close one after a talk with its asker."""
    post = waiting_ask(member, community, code)
    if not may_end(post, member):
        raise Http404
    return post


def voice_ask(member: Member, community: Community, key: UUID) -> Post:
    """An ask in somebody else's name that waits for their yes: for connectors of its place."""
    posts = Post.objects.filter(town=community.town_id, voice=key).complete()
    post: Post | None = posts.filter(closed_at=None).first()
    if post is None or not may(member, "post.arrange", post.community):
        raise Http404
    if post.author_id == member.pk:
        raise PermissionDenied(_("Somebody else of the team takes up your own ask."))
    return post


def row_on_clock(community: Community, pk: UUID) -> OnClock:
    row = OnClock.objects.filter(town=community.town_id, community=community, pk=pk).first()
    if row is None:
        raise Http404
    return row


def follow_up(community: Community, pk: UUID) -> FollowUp | None:
    """The question behind a key."""
    return _follow_ups(community).filter(pk=pk).exclude(member__state=Member.State.LEFT).first()


def follow_up_of_place(member: Member, community: Community, pk: UUID) -> FollowUp:
    """For connectors of the place, or whom a shy asker picked; and never one's own.

    Who may not know the asker reads whom to ask (`only_picked`)."""
    found = _follow_ups(community).filter(pk=pk).first()
    if found is None or not _may_see_that(found.member, found.match.response, member):
        raise Http404
    if member.pk in (found.match.response.author_id, found.match.response.post.author_id):
        raise Http404
    return found


def farewell(member: Member, community: Community, pk: UUID) -> Farewell:
    """For connectors of the place, or whom a shy asker picked."""
    rows = Farewell.objects.filter(town=community.town_id, pk=pk)
    found = rows.select_related(
        "to__account", "response__post__community", "response__post__author"
    ).first()
    if found is None or not _may_see_that(found.to, found.response, member):
        raise Http404
    return found


def _may_see_that(person: Member, response: Response, member: Member) -> bool:
    """That one of the two waits for a call; not yet who it is."""
    place = response.post.community
    return may(member, "post.arrange", place) or shy.may_hear_of(person, response, member)


def only_picked(person: Member, response: Response, member: Member) -> list[Member]:
    """Who may call this shy asker, when this member may not; they are asked to."""
    return [] if shy.may_hear_of(person, response, member) else shy.callers(response)


def match_to_thank(member: Member, community: Community, pk: UUID) -> Match:
    """A help of somebody of the place, for connectors there; never one's own."""
    rows = Match.objects.filter(town=community.town_id, pk=pk).select_related(
        "response__post__author__account", "response__author__account"
    )
    found = rows.first()
    if found is None:
        raise Http404
    to = rungs.helper_of(found.response)
    if not to.is_here or to.pk in {member.pk, *blocked_ids(member)}:
        raise Http404
    if not may(member, "post.arrange", community.tree.all[to.home_id]):
        raise Http404
    return found


def other_of(found: FollowUp) -> Member:
    response = found.match.response
    return response.author if found.member_id == response.post.author_id else response.post.author


def name_of_other(found: FollowUp) -> str:
    """As the one who is asked may know it."""
    return shy.name_in(found.match.response, other_of(found))


def _follow_ups(community: Community) -> "QuerySet[FollowUp]":
    return FollowUp.objects.filter(town=community.town_id).select_related(
        "member__account", "match__response__post__author", "match__response__author",
        "match__response__post__community", "match__response__post__theme",
        "match__response__conversation",
    )  # fmt: skip


def concern(member: Member, community: Community, pk: UUID) -> Concern:
    """For the people by name who are called for this; nobody has a say in their own case."""
    found = (
        Concern.objects.filter(town=community.town_id, pk=pk)
        .select_related("by__account", "community", "response__author__account")
        .select_related("response__post__author__account", "settled_by", "noted_by")
        .first()
    )
    if found is None or member.pk in (found.by_id, found.about_member.pk):
        raise Http404
    place = found.community.tree.all[found.community_id]
    named = safety.may_hear(place, (found.by_id, found.about_member.pk))
    if member.pk not in named and not may(member, "role.give", place):
        raise Http404
    return found
