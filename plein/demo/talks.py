"""Conversations about posts, in every stage, with the agreements and thanks they led to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from plein.demo.maker import BATCH, Maker
from plein.demo.openers import Opener, load_openers
from plein.demo.places import MOLENWIJK, Places
from plein.demo.posts import close, move
from plein.demo.texts import PostText, Talk, load_talks
from plein.features.noticeboard.models import Match, Post, Response
from plein.foundation.communities.models import Member
from plein.shared.conversations.models import Conversation, Message, Participant

State = Response.State
# How many days ago a post was made, by the stage its conversation came to.
AGES = {
    "first_message": (0.4, 4),
    "talking": (1, 6),
    "agreed": (3, 9),
    "done": (10, 34),
    "thanked": (12, 60),
    "not_chosen": (5, 20),
}
STATES = {
    "first_message": State.OPEN,
    "talking": State.OPEN,
    "agreed": State.CHOSEN,
    "done": State.DONE,
    "thanked": State.DONE,
    "not_chosen": State.THANKED,
}
WITH_OPENER = {"ask": 0.5, "offer": 0.18}


@dataclass
class Told:
    """Everything that people said, before it is written."""

    conversations: list[Conversation] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)

    def save(self) -> None:
        Conversation.objects.bulk_create(self.conversations, batch_size=BATCH)
        Participant.objects.bulk_create(self.participants, batch_size=BATCH)
        Message.objects.bulk_create(self.messages, batch_size=BATCH)
        Response.objects.bulk_create(self.responses, batch_size=BATCH)
        Match.objects.bulk_create(self.matches, batch_size=BATCH)


class Talkers:
    """People who answer: met by somebody, with a way to be reached, never themselves."""

    def __init__(self, maker: Maker, members: list[Member]) -> None:
        self.maker = maker
        self.able = [m for m in members if m.greeted_at and m.account_id and "nl" in m.languages]

    def somebody(self, *but: Member) -> Member:
        while True:
            found = self.maker.chance.choice(self.able)
            if found.pk not in {member.pk for member in but}:
                return found


def plan_talks(
    maker: Maker,
    places: Places,
    made: list[tuple[Post, PostText]],
    members: list[Member],
    cast: dict[str, Member],
) -> Told:
    """Who answered what. Changes the posts, which are not written yet."""
    maker.start("talks")
    told, talkers = Told(), Talkers(maker, members)
    first_of_the_cast = _parts_of_the_cast(cast)
    for post, talk in _meetings(made):
        author, other = first_of_the_cast.pop((talk.kind, talk.stage), (None, None))
        if author and other:
            _let_write(places, post, author)
        elif post.organisation is None:
            post.author = talkers.somebody()
        _talk(maker, told, post, talk, other or talkers.somebody(post.author))
        if talk.stage == "not_chosen":
            _somebody_else(
                maker, told, post, talkers.somebody(post.author, told.responses[-1].author)
            )
    _short_ones(maker, told, made, talkers)
    _new_ones(maker, told, made, members, cast)
    return told


def _parts_of_the_cast(cast: dict[str, Member]) -> dict[tuple[str, str], tuple[Member, Member]]:
    """Noor and Bram have something to show in every stage."""
    noor, bram = cast["noor"], cast["bram"]
    stages = ("first_message", "talking", "agreed", "thanked")
    return {("ask", stage): (noor, bram) for stage in stages} | {("offer", "done"): (bram, noor)}


def _meetings(made: list[tuple[Post, PostText]]) -> Iterator[tuple[Post, Talk]]:
    talks: dict[tuple[str, str, str], Talk] = {
        (talk.theme, talk.kind, talk.post): talk for talk in load_talks()
    }
    for post, text in made:
        if talk := talks.get((text.theme, text.kind, text.title)):
            yield post, talk


def _let_write(places: Places, post: Post, author: Member) -> None:
    post.author, post.community = author, places.wijken[MOLENWIJK]
    post.stands_for, post.organisation = Post.StandsFor.RESIDENT, None
    post.reach, post.door = Post.Reach.UP, Post.Door.SCREEN


def _talk(maker: Maker, told: Told, post: Post, talk: Talk, other: Member) -> None:
    move(maker, post, maker.ago(*AGES[talk.stage]))
    settled = _settled(maker, post, talk.stage)
    began = _soon(maker, post, post.made_at + (settled - post.made_at) / 2)
    respondent, author = (other, post.author)
    speaker = {"helper": author, "asker": respondent}
    if post.is_ask:
        speaker = {"helper": respondent, "asker": author}
    words = [(speaker[turn.by], turn.text) for turn in talk.turns]
    response = _say(maker, told, post, respondent, words, (began, settled), STATES[talk.stage])
    if talk.stage in ("agreed", "done", "thanked"):
        _agree(maker, told, response, talk, settled)
        if post.is_ask:
            close(maker, post, Post.Closing.FOUND, settled)
    if talk.stage == "not_chosen":
        close(maker, post, Post.Closing.FOUND, settled)


def _settled(maker: Maker, post: Post, stage: str) -> datetime:
    """When the talk came to its point: an agreement, or the last word so far."""
    far = {"first_message": 0.5, "talking": 0.8, "agreed": 0.9}.get(stage, 0.5)
    return post.made_at + (maker.now - post.made_at) * far


def _say(
    maker: Maker,
    told: Told,
    post: Post,
    respondent: Member,
    words: list[tuple[Member, str]],
    during: tuple[datetime, datetime],
    state: str,
) -> Response:
    """A conversation with its words spread over some time, and the response that began it."""
    began, settled = during
    moments = sorted([began, *(maker.between(began, settled) for _more in words[1:])])
    talk = Conversation(
        pk=maker.key(began),
        town_id=post.town_id,
        code=maker.code(),
        title=post.title,
        about_url=post.get_absolute_url(),
        made_at=began,
        last_message_at=moments[-1],
    )
    told.conversations.append(talk)
    for moment, (speaker, text) in zip(moments, words, strict=True):
        told.messages.append(
            Message(
                pk=maker.key(moment),
                town_id=post.town_id,
                conversation=talk,
                author=speaker,
                text=text,
                way=Message.Way.MAIL if maker.often(0.2) else Message.Way.SCREEN,
                made_at=moment,
            )
        )
    last_speaker = words[-1][0]
    for member in (respondent, post.author):
        seen = member == last_speaker or moments[-1] < maker.now - timedelta(days=2)
        told.participants.append(
            Participant(
                pk=maker.key(began),
                town_id=post.town_id,
                conversation=talk,
                member=member,
                seen_at=moments[-1] if seen else None,
                reply_key=f"{maker.chance.getrandbits(128):032x}",
            )
        )
    post.first_answered_at = min(filter(None, (post.first_answered_at, began)))
    response = Response(
        pk=maker.key(began),
        town_id=post.town_id,
        post=post,
        author=respondent,
        conversation=talk,
        message=words[0][1],
        state=state,
        made_at=began,
        changed_at=moments[-1],
    )
    told.responses.append(response)
    return response


def _agree(maker: Maker, told: Told, response: Response, talk: Talk, agreed: datetime) -> None:
    happened = maker.between(agreed, maker.now) if talk.stage != "agreed" else None
    thanked = maker.between(happened, maker.now) if happened and talk.stage == "thanked" else None
    told.matches.append(
        Match(
            pk=maker.key(agreed),
            town_id=response.town_id,
            response=response,
            proposed_by=response.author,
            when_words=talk.when,
            place_words=talk.where,
            made_at=agreed,
            agreed_at=agreed,
            done_at=happened,
            thanks=talk.thanks if thanked else "",
            thanked_at=thanked,
        )
    )


def _soon(maker: Maker, post: Post, until: datetime) -> datetime:
    """Most neighbours react within two days; some ask takes longer."""
    late = until if maker.often(0.1) else min(until, post.made_at + timedelta(hours=40))
    return maker.between(post.made_at, late)


def _somebody_else(maker: Maker, told: Told, post: Post, chosen: Member) -> None:
    """Who was chosen, when the written talk is of the one who was not."""
    opener = maker.chance.choice(_openers(post.kind))
    until = post.closed_at or maker.now
    words = [(chosen, opener.text), (post.author, opener.answer)]
    began = _soon(maker, post, until)
    response = _say(maker, told, post, chosen, words, (began, until), State.CHOSEN)
    told.matches.append(
        Match(
            pk=maker.key(until),
            town_id=post.town_id,
            response=response,
            proposed_by=post.author,
            when_words="zaterdag in de ochtend",
            place_words="op het plein bij de bibliotheek",
            made_at=until,
            agreed_at=until,
        )
    )


def _short_ones(
    maker: Maker, told: Told, made: list[tuple[Post, PostText]], talkers: Talkers
) -> None:
    """First words about other open posts, some of them answered."""
    for post, _text in made:
        if post.first_answered_at:
            continue
        if post.closing == Post.Closing.FOUND:
            _somebody_else(maker, told, post, talkers.somebody(post.author))
        if post.closed_at or not maker.often(WITH_OPENER[post.kind]):
            continue
        other = talkers.somebody(post.author)
        opener = maker.chance.choice(_openers(post.kind))
        words = [(other, opener.text)]
        if maker.often(0.5):
            words.append((post.author, opener.answer))
        began = _soon(maker, post, maker.now)
        _say(maker, told, post, other, words, (began, maker.now), State.OPEN)


def _new_ones(
    maker: Maker,
    told: Told,
    made: list[tuple[Post, PostText]],
    members: list[Member],
    cast: dict[str, Member],
) -> None:
    """People whom nobody has met yet tapped 'I want to do this' and wait."""
    new = [cast["nadia"], *(m for m in members if m.greeted_at is None and m.is_here)]
    free = [p for p, _t in made if p.is_ask and not p.closed_at and not p.first_answered_at]
    for member, post in zip(new[: max(2, len(new) // 4)], free, strict=False):
        if post.author_id == member.pk:
            continue
        moment = maker.between(max(post.made_at, member.made_at), maker.now)
        told.responses.append(
            Response(
                pk=maker.key(moment),
                town_id=post.town_id,
                post=post,
                author=member,
                made_at=moment,
                changed_at=moment,
            )
        )


def _openers(kind: str) -> list[Opener]:
    by_kind = defaultdict(list)
    for opener in load_openers():
        by_kind[opener.kind].append(opener)
    return by_kind[kind]
