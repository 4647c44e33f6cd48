"""Organisations of the town, and who may speak for them."""

from django.utils.text import slugify

from plein.demo.maker import BATCH, Maker
from plein.demo.places import Places
from plein.demo.texts import load_organisations
from plein.foundation.communities.models import Member
from plein.foundation.organisations.models import Editor, Organisation


def make_organisations(maker: Maker, places: Places) -> list[Organisation]:
    maker.start("organisations")
    made = []
    for text in load_organisations():
        moment = maker.ago(150, 600)
        made.append(
            Organisation(
                pk=maker.key(moment),
                town=places.town,
                community=places.wijken.get(text.wijk, places.town),
                code=maker.code(),
                name=text.name,
                slug=slugify(text.name),
                line=text.line,
                reach=Organisation.Reach.ALL,
                made_at=moment,
                admitted_at=moment,
            )
        )
    Organisation.objects.bulk_create(made, batch_size=BATCH)
    return made


def make_editor(
    maker: Maker,
    organisation: Organisation,
    member: Member,
    *,
    coordinator: bool = False,
    trusted_by: Member | None = None,
) -> Editor:
    """`trusted_by` is the manager who trusts this person to meet new people (decision 0012)."""
    return Editor.objects.create(
        pk=maker.key(),
        town_id=organisation.town_id,
        organisation=organisation,
        member=member,
        coordinator=coordinator,
        greets_at=maker.now if trusted_by else None,
        greets_by=trusted_by,
    )


def make_editors(
    maker: Maker, organisations: list[Organisation], members: list[Member]
) -> dict[str, Member]:
    """Who speaks for each organisation, by its name: one or two people whom somebody has met."""
    chance = maker.start("editors")
    met = [member for member in members if member.greeted_at and member.account_id]
    rows: list[Editor] = []
    first: dict[str, Member] = {}
    for organisation in organisations:
        for number, member in enumerate(chance.sample(met, chance.randint(1, 2))):
            first.setdefault(organisation.name, member)
            rows.append(
                Editor(
                    pk=maker.key(),
                    town_id=organisation.town_id,
                    organisation=organisation,
                    member=member,
                    coordinator=number == 0,
                )
            )
    Editor.objects.bulk_create(rows, batch_size=BATCH)
    return first
