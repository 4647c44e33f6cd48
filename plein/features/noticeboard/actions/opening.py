"""The asker opens a name, and then more, to one helper; and takes it back at once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from plein.features.noticeboard import shy, telling
from plein.features.noticeboard.actions.posting import PostIsClosed
from plein.features.noticeboard.models import Look, Match, Opening, Post, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.shared.conversations.actions import veil
from plein.shared.conversations.models import Message
from plein.shared.notifications.taking_back import unsay

State = Response.State
ONE_LOOK = timedelta(minutes=10)
"""Looking again so soon is the same look."""
AFTER_CLOSING = timedelta(days=30)


class OpenToSomebodyElse(Exception):
    """To one helper at a time: first take back what stands open for another."""


class NameFirst(Exception):
    """Step by step: the first name comes before anything else."""


@transaction.atomic
def open_to(response: Response, what: str, words: str = "", *, by: Member) -> Opening:
    """Tell one thing to this helper. `words` are the asker's own; of a name there are none."""
    post = Post.objects.select_for_update(of=("self",)).get(town=by.town_id, pk=response.post_id)
    standing = Opening.objects.standing().filter(town=by.town_id, response__post=post)
    if standing.exclude(response=response).exists():
        raise OpenToSomebodyElse
    what = Opening.What(what)
    is_named = standing.filter(what=Opening.What.NAME).exists()
    if post.is_shy and what != Opening.What.NAME and not is_named:
        raise NameFirst
    words = "" if what == Opening.What.NAME else words.strip()[:120]
    opening, made = Opening.objects.get_or_create(
        town_id=by.town_id, response=response, what=what, taken_back_at=None,
        defaults={"words": words},
    )  # fmt: skip
    if not made and opening.words != words:
        opening.words = words
        opening.save(update_fields=["words"])
    if what == Opening.What.NAME and response.conversation:
        veil(response.conversation, None)
    record("noticeboard.opening.opened", on=response, by=by, what=what)
    return opening


@transaction.atomic
def take_back(response: Response, what: str = "", *, by: Member) -> None:
    """Hidden at once, and the words are gone. Taking back the name takes back everything."""
    standing = Opening.objects.standing().filter(town=by.town_id, response=response)
    if what and what != Opening.What.NAME:
        standing = standing.filter(what=what)
    if not standing.update(taken_back_at=timezone.now(), words=""):
        return
    if response.post.is_shy and (not what or what == Opening.What.NAME):
        _hide_name(response)
    record("noticeboard.opening.taken_back", on=response, by=by, what=what or "all")


def _hide_name(response: Response) -> None:
    talk, asker = response.conversation, response.post.author
    if talk:
        veil(talk, asker)
        # What was told about this talk before has the name in it, also what is on its way.
        if unsay(talk.get_absolute_url(), to=response.author, by=asker):
            telling.news_without_a_name(response)


@transaction.atomic
def choose_who_knows(post: Post, known_to: str, age: str = "", *, by: Member) -> None:
    """Pick again. Who talks with the asker keeps a name that stood open, until it is taken back."""
    if post.closed_at:
        raise PostIsClosed
    was_shy = post.is_shy
    post.known_to = known_to or Post.KnownTo.READERS
    if post.is_shy:
        place = shy.place_for(post.community)
        if place.pk != post.community_id and post.reach == Post.Reach.HERE:
            post.reach = Post.Reach.UP
        post.community = place
    post.age = age if post.is_shy and age in shy.ages(post.community) else ""
    post.changed_at = timezone.now()
    post.save(update_fields=["known_to", "community", "reach", "age", "changed_at"])
    if not post.is_shy:
        talks = Response.objects.filter(town=by.town_id, post=post, conversation__isnull=False)
        for response in talks.select_related("conversation"):
            veil(response.conversation, None)  # type: ignore[arg-type]  # filtered above
    elif not was_shy:
        _go_on_without_a_name(post)
    record("noticeboard.post.known_to", on=post, by=by, known_to=post.known_to)
    jobs.changed("noticeboard.post", post.pk)


def _go_on_without_a_name(post: Post) -> None:
    """A talk in which the asker said or agreed something stands as opened, so it can be taken back;
    in all others the name is gone."""
    words = Message.objects.filter(
        town=post.town_id, conversation=OuterRef("conversation"), author=post.author_id
    )
    match = Match.objects.filter(town=post.town_id, response=OuterRef("pk"))
    shown = Opening.objects.standing().filter(
        town=post.town_id, response=OuterRef("pk"), what=Opening.What.NAME
    )
    talks = Response.objects.filter(town=post.town_id, post=post, conversation__isnull=False)
    for response in talks.annotate(
        talking=Exists(words) | Exists(match) | Exists(shown)
    ).select_related(
        "conversation", "author__account", "post__author", "post__theme", "post__community"
    ):
        talking = response.talking  # type: ignore[attr-defined]  # annotated above
        if talking and response.state not in (State.THANKED, State.WITHDRAWN):
            Opening.objects.get_or_create(
                town_id=post.town_id, response=response, what=Opening.What.NAME, taken_back_at=None
            )
        else:
            _hide_name(response)


def look(post: Post, *, by: Member) -> None:
    """Write down that somebody saw it, for the asker to read."""
    since = timezone.now() - ONE_LOOK
    mine = Look.objects.filter(town=post.town_id, post=post, by=by)
    if by.pk != post.author_id and not mine.filter(made_at__gte=since).exists():
        Look.objects.create(town_id=post.town_id, post=post, by=by)


def take_back_old() -> int:
    """A month after an ask closed nobody needs the address any more."""
    old = Opening.objects.standing().exclude(what=Opening.What.NAME)
    closed = old.filter(response__post__closed_at__lt=timezone.now() - AFTER_CLOSING)
    return closed.update(taken_back_at=timezone.now(), words="")
