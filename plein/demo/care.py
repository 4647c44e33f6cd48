"""Petra of the district team: her clients, on whose word she asks, and what she asked."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from plein.demo.maker import Maker
from plein.demo.places import Places
from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import Post
from plein.foundation.care.models import (
    Admission,
    Agreement,
    Caseload,
    Client,
    Handover,
    Mandate,
    Teammate,
)
from plein.foundation.communities.models import Member, Role, RoleName
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import Theme
from plein.lib.week import DAYTIME

WORK_PHONE = "+31611112222"
Ended = Mandate.Ended


@dataclass(frozen=True)
class Cared:
    """One client with their mandate: `since` and `until` in days from today."""

    name: str
    wijk: str
    note: str
    since: int
    until: int
    given_by: str = ""
    consent: str = "spoken"
    scope: str = "several"
    ended: str = ""
    ask: tuple[str, str, str, str] | None = None
    """Theme, title, text, task class."""


CLIENTS = (
    Cared(
        "Mevrouw Terpstra", "molenwijk", "Bel na tien uur", 40, 140,
        ask=(
            "gezelschap", "Wie drinkt er een keer koffie met een vrouw in Molenwijk?",
            "Ze vertelt graag over vroeger en lacht veel. Een keer in de twee weken is fijn.",
            "inside",
        ),
    ),
    Cared(
        "Meneer Haddou", "centrum", "Via zijn dochter", 100, 10, consent="paper",
        ask=(
            "vervoer", "Iemand zoekt een lift naar het zwembad", "Op donderdagmiddag, heen en terug. De bus is te ver lopen.", "door",
        ),
    ),
    Cared(
        "Joke", "zuiderveld", "App mag ook", 20, 160, given_by="mentor", consent="paper",
        ask=(
            "gezelschap", "Wandelmaatje gezocht voor een rondje langs het water",
            "Een half uurtje is genoeg. Rustig lopen, en onderweg een bankje.", "public",
        ),
    ),
    Cared(
        "Familie Öztürk", "havenkwartier", "Bel in de avond", 5, 175, scope="one",
        ask=(
            "klussen", "Wie helpt er een kast in elkaar zetten?",
            "Het gereedschap is er. Met twee mensen is het een uurtje werk.", "inside",
        ),
    ),
    Cared("Meneer van Driel", "centrum", "Liever een briefje", 200, -18, ended=Ended.OVER),
    Cared("Wies", "rivierenbuurt", "Bel gerust", 60, 120, ended=Ended.WITHDRAWN),
)  # fmt: skip


def make_care(
    maker: Maker, places: Places, organisation: Organisation, cast: dict[str, Member],
    colleague: Member,
) -> None:  # fmt: skip
    """Written as history: nobody gets a mail of it."""
    maker.start("care")
    town, petra = places.town, cast["petra"]
    begun = timezone.localdate() - timedelta(days=400)
    agreement = Agreement.objects.create(
        pk=maker.key(),
        town=town,
        place=town,
        organisation=organisation,
        work="welfare",
        signed_on=begun,
        contact_name="Ria van Welzijn",
        contact_mail="ria@welzijn-waterdrecht.example",
        serves=1200,
    )
    caseload = Caseload.objects.create(pk=maker.key(), town=town, agreement=agreement, name="Zuid")
    for member in (petra, colleague):
        Teammate.objects.create(pk=maker.key(), town=town, caseload=caseload, member=member)
        Admission.objects.create(
            pk=maker.key(),
            town=town,
            agreement=agreement,
            member=member,
            called_on=begun,
            called_by=cast["mila"],
            number_found=Admission.Found.GUIDE,
            phone=WORK_PHONE,
        )
    Role.objects.create(
        pk=maker.key(), town=town, member=colleague, community=town, role=RoleName.PROFESSIONAL
    )
    themes = {theme.key: theme for theme in Theme.objects.filter(town=town)}
    for cared in CLIENTS:
        mandate = _mandate(maker, places, caseload, cared, petra)
        if cared.ask:
            _ask(maker, mandate, cared, themes)
    Handover.objects.create(
        pk=maker.key(),
        town=town,
        mandate=Mandate.objects.filter(town=town, professional=petra).earliest("given_on"),
        giver=colleague,
        taker=petra,
        reason=Handover.Reason.OTHER_WORK,
    )


def _mandate(
    maker: Maker, places: Places, caseload: Caseload, cared: Cared, petra: Member
) -> Mandate:
    today = timezone.localdate()
    given = today - timedelta(days=cared.since)
    client = Client.objects.create(
        pk=maker.key(),
        town=places.town,
        caseload=caseload,
        home=places.wijken[cared.wijk],
        name=cared.name,
        note=cared.note,
        consent=cared.consent,
        consented_on=given,
    )
    return Mandate.objects.create(
        pk=maker.key(),
        town=places.town,
        client=client,
        professional=petra,
        scope=cared.scope,
        consent=cared.consent,
        given_by=cared.given_by,
        given_on=given,
        ends_on=today + timedelta(days=cared.until),
        may_give_phone=cared.scope == "one",
        ended_at=maker.now - timedelta(days=3) if cared.ended else None,
        ended_because=cared.ended,
    )


def _ask(maker: Maker, mandate: Mandate, cared: Cared, themes: dict[str, Theme]) -> None:
    if cared.ask is None:
        return
    key, title, text, task_class = cared.ask
    made = maker.ago(0.3, 3)
    Post.objects.create(
        pk=maker.key(made),
        town=mandate.town,
        community=mandate.client.home,
        code=maker.code(),
        kind=Post.Kind.ASK,
        author=mandate.professional,
        stands_for=Post.StandsFor.PROFESSIONAL,
        mandate=mandate.pk,
        theme=themes[key],
        title=title,
        text=text,
        when_bits=DAYTIME,
        task_class=task_class,
        audience=Post.Audience.MEMBERS,
        door=Post.Door.VISIT,
        made_at=made,
        changed_at=made,
        expires_at=expiry.end_of("ask", made),
    )
