"""Two matchpoints, so that a visitor tries door 2 in a minute, and Truus who asked at one of them.

PIN, code and picture stand in the open on purpose: this town does not exist.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.urls import reverse

from plein.bridges.matchpoint import codes
from plein.bridges.matchpoint.models import Matchpoint, Slip
from plein.demo.maker import Maker
from plein.demo.places import Places
from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.taxonomy.models import Theme
from plein.lib.week import DAYTIME
from plein.shared.conversations.models import Conversation, Message, Participant

PIN = "246813"
SLIP_CODE, SLIP_PICTURE = "k3f7rt", "bicycle"
WHO_ASKED = "Truus"
ANSWERED_AFTER = timedelta(hours=5)
SAID = (
    "Dag Truus! Ik ga elke woensdag naar de markt. Zal ik je om tien uur ophalen? "
    "Je kunt aan mijn arm lopen."
)


@dataclass(frozen=True)
class Table:
    """A matchpoint: its key is the last part of the address on the host's card."""

    key: str
    name: str
    walk_in: str
    phone: str
    paper: str
    wijk: str


TABLES = (
    Table(
        "bibliotheek", "de bibliotheek", "Kerkstraat 1, elke ochtend van 10 tot 12 uur",
        "0184 555 020", Matchpoint.Paper.SLIP, "centrum",
    ),
    Table(
        "dorpshuis", "dorpshuis De Molen", "Molenplein 4, dinsdag en donderdag van 14 tot 16 uur",
        "0184 555 030", Matchpoint.Paper.A6, "molenwijk",
    ),
)  # fmt: skip


def make_matchpoints(maker: Maker, places: Places, cast: dict[str, Member]) -> None:
    """Henk sits in the library; the hosts of Molenwijk sit in the village hall."""
    maker.start("matchpoints")
    pin = make_password(PIN)
    made = {table.key: _matchpoint(maker, places, table, pin) for table in TABLES}
    _hosts(maker, places, cast)
    truus = _who_asked(maker, places, cast["henk"])
    post = _ask(maker, truus)
    _answer(maker, post, cast["bram"])
    Slip.objects.create(
        pk=maker.key(post.made_at),
        town=places.town,
        matchpoint=made["bibliotheek"],
        member=truus,
        digest=codes.digest(places.town.pk, SLIP_CODE),
        picture=SLIP_PICTURE,
        made_at=post.made_at,
    )


def opening_path(key: str) -> str:
    return reverse("matchpoint:open", args=[key])


def tables_of(town: Community) -> list[Matchpoint]:
    """Those that a filled town has; none in another place."""
    keys = [table.key for table in TABLES]
    found = Matchpoint.objects.filter(town=town, key__in=keys, closed_at=None)
    return list(found.order_by("name"))


def _matchpoint(maker: Maker, places: Places, table: Table, pin: str) -> Matchpoint:
    made = maker.ago(100, 200)
    return Matchpoint.objects.create(
        pk=maker.key(made),
        town=places.town,
        community=places.wijken[table.wijk],
        name=table.name,
        walk_in=table.walk_in,
        phone=table.phone,
        paper=table.paper,
        key=table.key,
        pin=pin,
        made_at=made,
    )


def _hosts(maker: Maker, places: Places, cast: dict[str, Member]) -> None:
    """Teun helps in the village hall; the wijk has a host of its own already."""
    Role.objects.create(
        pk=maker.key(),
        town=places.town,
        member=cast["teun"],
        community=places.wijken["molenwijk"],
        role=RoleName.HOST,
    )


def _who_asked(maker: Maker, places: Places, host: Member) -> Member:
    """Somebody without an account, met by the host who sat beside."""
    made = maker.ago(2, 3)
    truus = Member(
        pk=maker.key(made),
        town=places.town,
        name=WHO_ASKED,
        home=places.wijken["centrum"],
        state=Member.State.ACTIVE,
        channel=Member.Channel.PAPER,
        greeted_at=made,
        greeted_by=host,
        languages=["nl"],
        made_at=made,
    )
    truus.save(force_insert=True)
    return truus


def _ask(maker: Maker, truus: Member) -> Post:
    post = Post(
        pk=maker.key(truus.made_at),
        town_id=truus.town_id,
        community=truus.home,
        code=maker.code(),
        kind=Post.Kind.ASK,
        author=truus,
        theme=Theme.objects.get(town=truus.town_id, key="vervoer"),
        title="Wie loopt er met mij naar de markt?",
        text="Ik loop met een rollator. Op woensdag in de ochtend, samen is gezelliger.",
        when_bits=DAYTIME,
        task_class="public",
        audience=Post.Audience.MEMBERS,
        door=Post.Door.MATCHPOINT,
        made_at=truus.made_at,
        changed_at=truus.made_at,
        expires_at=expiry.end_of("ask", truus.made_at),
        first_answered_at=truus.made_at + ANSWERED_AFTER,
    )
    post.save(force_insert=True)
    return post


def _answer(maker: Maker, post: Post, helper: Member) -> None:
    """Bram wants to help, and waits for her word."""
    moment = post.made_at + ANSWERED_AFTER
    talk = Conversation.objects.create(
        pk=maker.key(moment),
        town_id=post.town_id,
        code=maker.code(),
        title=post.title,
        about_url=post.get_absolute_url(),
        made_at=moment,
        last_message_at=moment,
    )
    Message.objects.create(
        pk=maker.key(moment),
        town_id=post.town_id,
        conversation=talk,
        author=helper,
        text=SAID,
        made_at=moment,
    )
    for member in (helper, post.author):
        Participant.objects.create(
            pk=maker.key(moment),
            town_id=post.town_id,
            conversation=talk,
            member=member,
            seen_at=moment if member == helper else None,
            reply_key=f"{maker.chance.getrandbits(128):032x}",
        )
    Response.objects.create(
        pk=maker.key(moment),
        town_id=post.town_id,
        post=post,
        author=helper,
        conversation=talk,
        message=SAID,
        made_at=moment,
        changed_at=moment,
    )
