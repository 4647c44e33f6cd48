"""People with a part to play: who a visitor of the demo can be, and who carries the town."""

from dataclasses import dataclass
from itertools import cycle

from django.utils.translation import gettext_lazy as _

from plein.demo.maker import BATCH, Maker
from plein.demo.organisations import make_editor
from plein.demo.people import unguessable
from plein.demo.places import MOLENWIJK, Places
from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import BOUND, Community, Member, Role, RoleName
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import Theme
from plein.lib.week import pack

OPERATOR = "beheer@plein.example"
EDITED = "welzijn-waterdrecht"


@dataclass(frozen=True)
class Part:
    """Somebody of the cast: the key in the address, and what a visitor can try as them."""

    key: str
    name: str
    wijk: str
    who: object
    try_this: object
    role: str = ""
    greeted: bool = True
    town: str = "waterdrecht"

    @property
    def email(self) -> str:
        return f"{self.key}@{self.town}.example"


CAST = (
    Part(
        "noor", "Noor", MOLENWIJK, _("resident who asks"),
        _("Place an ask, read the answers, agree on a day and say thank you."),
    ),
    Part(
        "bram", "Bram", MOLENWIJK, _("resident who helps"),
        _("Look on the notice board and tap 'I want to do this'."),
    ),
    Part(
        "nadia", "Nadia", MOLENWIJK, _("new, nobody has met her yet"),
        _("See how little a new account reads of private asks."), greeted=False,
    ),
    Part(
        "fatima", "Fatima", "centrum", _("connector"),
        _("Open the day start: who should be greeted, which ask waits?"), RoleName.CONNECTOR,
    ),
    Part(
        "henk", "Henk", "centrum", _("host in the library"),
        _("Greet somebody, or read a sign-in code to them."), RoleName.HOST,
    ),
    Part(
        "petra", "Petra", "zuiderveld", _("professional of the district team"),
        _("Open your clients, and ask something for one of them."), RoleName.PROFESSIONAL,
    ),
    Part(
        "teun", "Teun", "havenkwartier", _("volunteer"),
        _("See the board as one of the regular helpers."), RoleName.VOLUNTEER,
    ),
    Part(
        "mila", "Mila", "centrum", _("community manager"),
        _("Change name, colours, lists, modules and roles of the place."), RoleName.MANAGER,
    ),
    Part(
        "wilma", "Wilma", "de-akkers", _("owner, for the foundation"),
        _("See who may do what, and what was done."), RoleName.OWNER,
    ),
    Part(
        "samira", "Samira", "rivierenbuurt", _("editor of Welzijn Waterdrecht"),
        _("Place something in the name of an organisation, or meet a new neighbour for it."),
    ),
    Part(
        "lotte", "Lotte", "rivierenbuurt", _("editor of pages and news"),
        _("Write a piece of news, or let in a note of a neighbour."), RoleName.EDITOR,
    ),
    Part(
        "joost", "Joost", "", _("lives in another town: Elders"),
        _("See a place of the smallest size, and nothing of Waterdrecht."), town="elders",
    ),
)  # fmt: skip


def make_parts(
    maker: Maker, places: Places, organisations: list[Organisation], portraits: list[Picture]
) -> dict[str, Member]:
    """The cast with their roles, and the operator of the installation."""
    maker.start("parts")
    operator = Account(pk=maker.key(), email=OPERATOR, is_operator=True, password=unguessable())
    operator.save(force_insert=True)
    cast = {part.key: _member(maker, places, part) for part in CAST}
    for member, portrait in zip(cast.values(), portraits, strict=False):
        member.photo = portrait
        member.save(update_fields=["photo"])
    edited = next(each for each in organisations if each.slug == EDITED)
    make_editor(maker, edited, cast["samira"], coordinator=True, trusted_by=cast["mila"])
    return cast


def give_roles(maker: Maker, places: Places, members: list[Member]) -> None:
    """A connector for every theme, one for every wijk, and a host in every wijk."""
    chance = maker.start("roles")
    met = [member for member in members if member.greeted_at and member.account_id]
    chance.shuffle(met)
    able = cycle(met)
    town = places.town
    roles = [
        _role(maker, next(able), town, RoleName.CONNECTOR, theme.key)
        for theme in Theme.objects.filter(town=town)
    ]
    for wijk in places.wijken.values():
        roles.append(_role(maker, next(able), wijk, RoleName.CONNECTOR))
        roles.append(_role(maker, next(able), wijk, RoleName.HOST))
    roles += [_role(maker, next(able), town, RoleName.EDITOR) for _each in range(2)]
    roles += [_role(maker, next(able), town, RoleName.VOLUNTEER) for _each in range(8)]
    Role.objects.bulk_create(roles, batch_size=BATCH)
    bound = {each.member_id for each in roles if each.role in BOUND}
    _promise(maker, [member for member in met if member.pk in bound])


def _member(maker: Maker, places: Places, part: Part) -> Member:
    made = maker.ago(200, 380) if part.greeted else maker.ago(0.1, 0.4)
    account = Account(pk=maker.key(made), email=part.email, password=unguessable())
    account.save(force_insert=True)
    home = places.wijken[part.wijk] if part.wijk else places.elders
    member = Member(
        pk=maker.key(made),
        town_id=home.town_id,
        account=account,
        name=part.name,
        home=home,
        state=Member.State.ACTIVE,
        greeted_at=made if part.greeted else None,
        available=pack([(1, 1), (3, 1), (5, 0)]),
        languages=["nl"],
        made_at=made,
    )
    member.save(force_insert=True)
    if part.role:
        _role(maker, member, member.town, part.role).save(force_insert=True)
        _promise(maker, [member])
    return member


def _promise(maker: Maker, members: list[Member]) -> None:
    """Who learns who asks what, promised to keep it, and followed the training."""
    for member in members:
        member.pledged_at = member.greeted_at or maker.now
        member.trained_on = member.pledged_at.date()
    Member.objects.bulk_update(members, ["pledged_at", "trained_on"], batch_size=BATCH)


def _role(maker: Maker, member: Member, community: Community, role: str, subject: str = "") -> Role:
    return Role(
        pk=maker.key(),
        town_id=member.town_id,
        member=member,
        community=community,
        role=role,
        subject=subject,
        given_at=member.greeted_at or maker.now,
    )
