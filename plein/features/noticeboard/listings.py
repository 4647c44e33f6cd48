"""What can be found of the board: open asks and offers, and what a stranger may know of them."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import wording
from plein.features.noticeboard.models import Post, PostQuerySet
from plein.lib.listing import Fact, Listing, ListingSource, folded, in_all_languages
from plein.ui import card


def listing(post: Post) -> Listing:
    private = post.is_private
    # For whom a private ask is meant is no filter, facet, count or word for anybody (H15).
    groups = [] if private else [row.group for row in post.groups.all()]
    public = folded([*post.theme.names.values(), *_kinds(post), post.community.name])
    own = folded([post.title, post.text, post.organisation.name if post.organisation else ""])
    words = folded([own, public, *(name for group in groups for name in group.names.values())])
    return Listing(
        id=post.pk,
        kind=post.kind,
        town=post.town_id,
        community=post.community_id,
        reach=post.reach,
        audience=post.audience,
        url=post.get_absolute_url(),
        title=post.title,
        summary=wording.summary(post.text),
        byline=post.byline,
        author=post.author_id,
        organisation=post.organisation_id,
        area=post.community_id,
        theme=post.theme.key,
        groups=tuple(sorted(group.key for group in groups)),
        languages=(post.language,),
        when_bits=post.when_bits,
        picture=post.picture.url(800) if post.picture else "",
        picture_alt=post.picture.alt if post.picture else "",
        facts=_facts(post, public=False),
        words=words,
        public_title=_teaser_title(post) if private else None,
        public_facts=_facts(post, public=True) if private else (),
        public_words=public if private else words,
        openable=post.task_class == Post.TaskClass.PUBLIC,
        changed_at=post.changed_at,
    )


def _teaser_title(post: Post) -> dict[str, str]:
    return in_all_languages(lambda: wording.teaser_title(post.kind, post.theme, post.community))


def _facts(post: Post, *, public: bool) -> tuple[Fact, ...]:
    """The same facts in each language of the site."""
    say = wording.public_facts if public else wording.facts
    said: dict[str, tuple[card.Fact, ...]] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said[code] = tuple(card.Fact(f.pictogram, str(f.words)) for f in say(post))
    first = next(iter(said.values()))
    return tuple(
        Fact(fact.pictogram, {code: str(facts[i].words) for code, facts in said.items()})
        for i, fact in enumerate(first)
    )


def _kinds(post: Post) -> list[str]:
    """What stands on the strip can be searched as well: "zoekt hulp"."""
    return list(post.theme.words.get(post.kind, {}).values())


def one(kind: str, pk: object) -> Listing | None:
    post = _posts(kind).filter(pk=pk).first()
    return listing(post) if post else None


def all_of(kind: str, town_id: UUID) -> Iterator[Listing]:
    posts = _posts(kind).filter(town=town_id).order_by("pk")
    return (listing(post) for post in posts.iterator(chunk_size=500))


def _posts(kind: str) -> PostQuerySet:
    return (
        Post.objects.filter(kind=kind)
        .open()
        .not_hidden()
        .complete()
        .prefetch_related("groups__group")
    )


def source(kind: str, name: Promise, action: Promise, pictogram: str) -> ListingSource:
    return ListingSource(
        kind=kind,
        house="noticeboard",
        change="noticeboard.post",
        one=partial(one, kind),
        all=partial(all_of, kind),
        name=name,
        action=action,
        card=kind,
        action_path="reageren/",
        action_pictogram=pictogram,
    )


LISTINGS = [
    source(Post.Kind.ASK.value, _("Asks"), _("I want to do this"), "hand-heart"),
    source(Post.Kind.OFFER.value, _("Offers"), _("Yes, please"), "hand-waving"),
]
