"""Asks and offers in every theme, in every state, with the dates they would have."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle

from plein.demo.maker import BATCH, Maker
from plein.demo.people import Neighbour
from plein.demo.places import Places, reach_of
from plein.demo.texts import PostText, load_posts, load_talks
from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import Post, PostTargetGroup
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.week import pack

POSTS_PER_PERSON = 0.83
WITH_PICTURE = 0.36
CLOSED, EXPIRING = 0.13, 0.06
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = ("ochtend", "middag", "avond")
REASONS = {
    Post.Closing.ELSEWHERE: 3,
    Post.Closing.NOT_NEEDED: 3,
    Post.Closing.FOUND: 4,
    Post.Closing.EXPIRED: 3,
    Post.Closing.ARRANGED: 1,
}


@dataclass
class Writers:
    """Who can write: residents whose mouth the words fit, and editors of organisations."""

    people: list[Neighbour]
    organisations: dict[str, Organisation]
    editors: dict[str, Member]
    able: dict[tuple[str, str], list[Member]] = field(default_factory=dict)

    def who_could_write(self, text: PostText) -> list[Member]:
        """People who speak the language, and are as old as the words sound."""
        wanted = (text.language, text.writer)
        if wanted not in self.able:
            self.able[wanted] = [
                member
                for member, person, _about in self.people
                if member.state == Member.State.ACTIVE
                and text.language in person.languages
                and (text.writer == "anybody" or person.age == text.writer)
            ]
        return self.able[wanted] or [each.member for each in self.people]


def plan_posts(
    maker: Maker, places: Places, who: Writers, pictures: dict[str, list[Picture]]
) -> list[tuple[Post, PostText]]:
    """All posts with the text each was made from; not written yet."""
    maker.start("posts")
    themes = {theme.key: theme for theme in Theme.objects.filter(town=places.town)}
    count = max(round(maker.people * POSTS_PER_PERSON), 20)
    talked_about = {(talk.theme, talk.kind, talk.post) for talk in load_talks()}
    made = []
    for text in _texts(maker, count):
        talked = (text.theme, text.kind, text.title) in talked_about
        post = _post(maker, places.town, themes[text.theme], text, talked=talked)
        _sign(maker, places, post, text, who)
        if maker.often(WITH_PICTURE) and pictures.get(text.theme):
            post.picture = maker.chance.choice(pictures[text.theme])
        made.append((post, text))
    return made


def save_posts(maker: Maker, places: Places, made: list[tuple[Post, PostText]]) -> None:
    Post.objects.bulk_create([post for post, _text in made], batch_size=BATCH)
    _groups(maker, places.town, made)


def _texts(maker: Maker, count: int) -> Iterator[PostText]:
    """Theme by theme in turn, those with a conversation first; again from the start when many."""
    talked_about = {(talk.theme, talk.kind, talk.post) for talk in load_talks()}
    texts = list(load_posts())
    maker.chance.shuffle(texts)
    texts.sort(key=lambda text: (text.theme, text.kind, text.title) not in talked_about)
    piles: dict[str, list[PostText]] = defaultdict(list)
    for text in texts:
        piles[text.theme].append(text)
    turns = [cycle(pile) for pile in piles.values()]
    for _number, turn in zip(range(count), cycle(turns), strict=False):
        yield next(turn)


def _post(maker: Maker, town: Community, theme: Theme, text: PostText, *, talked: bool) -> Post:
    """What it says and when; a post with a conversation keeps open until that is made."""
    made = maker.ago(0.05, 36 if text.kind == "ask" else 150)
    post = Post(
        pk=maker.key(made),
        town=town,
        code=maker.code(),
        kind=text.kind,
        theme=theme,
        title=text.title,
        text=text.text,
        language=text.language,
        when_bits=_when(text),
        again=text.again,
        task_class=text.task_class,
        audience=text.audience,
        made_at=made,
        changed_at=made,
        expires_at=expiry.end_of(text.kind, made),
    )
    if not talked:
        _end(maker, post)
    return post


def _end(maker: Maker, post: Post) -> None:
    """Some are closed, with a reason; of some the end is near and we have asked."""
    if maker.often(CLOSED):
        close(maker, post, maker.chance.choices(list(REASONS), list(REASONS.values()))[0])
    elif maker.often(EXPIRING):
        post.expires_at = maker.now + timedelta(days=maker.chance.uniform(1, 6))
        post.asked_at = post.expires_at - expiry.ASK_BEFORE
        move(maker, post, post.expires_at - expiry.LIVES[post.kind])


def close(maker: Maker, post: Post, reason: str, moment: datetime | None = None) -> None:
    post.closing = reason
    if reason == Post.Closing.EXPIRED:
        life = expiry.LIVES[post.kind]
        post.expires_at = maker.ago(0.5, 25)
        move(maker, post, post.expires_at - life)
        post.closed_at = post.expires_at
    else:
        post.closed_at = moment or maker.between(post.made_at, maker.now)


def move(maker: Maker, post: Post, made: datetime) -> None:
    """To another day, with a key that sorts there."""
    post.pk, post.made_at, post.changed_at = maker.key(made), made, made
    if not post.closed_at and not post.asked_at:
        post.expires_at = expiry.end_of(post.kind, made)


def _when(text: PostText) -> int:
    days = [DAYS.index(day) for day in text.days] or list(range(7))
    parts = [PARTS.index(part) for part in text.parts]
    return pack((day, part) for day in days for part in parts or (range(3) if text.days else ()))


def _sign(maker: Maker, places: Places, post: Post, text: PostText, who: Writers) -> None:
    """Who answers for it, where it stands and how far it goes."""
    if organisation := who.organisations.get(text.organisation):
        post.stands_for, post.organisation = Post.StandsFor.ORGANISATION, organisation
        post.author = who.editors[organisation.name]
        post.community_id = organisation.community_id
        wish: str = maker.chance.choice((Post.Reach.UP, Post.Reach.ALL))
        post.reach = reach_of(organisation.community, wish)
        return
    post.author = maker.chance.choice(who.who_could_write(text))
    post.community = _board_of(places, post.author)
    wish = maker.chance.choices(Post.Reach.values, [1, 12, 2])[0]
    post.reach = reach_of(post.community, wish)
    post.door = maker.chance.choices(Post.Door.values, [20, 2, 0, 2])[0]


def _board_of(places: Places, author: Member) -> Community:
    """The wijk in which somebody lives, whatever corner of it is their home."""
    for key, homes in places.homes.items():
        if any(home.pk == author.home_id for home in homes):
            return places.wijken[key]
    return places.town


def _groups(maker: Maker, town: Community, made: list[tuple[Post, PostText]]) -> None:
    groups = {group.key: group for group in TargetGroup.objects.filter(town=town)}
    PostTargetGroup.objects.bulk_create(
        [
            PostTargetGroup(pk=maker.key(), town=town, post=post, group=groups[key])
            for post, text in made
            for key in text.target_groups
            if key in groups
        ],
        batch_size=BATCH,
    )
