"""Elders: a village of the smallest size, with a handful of people and posts of its own."""

from plein.demo.maker import Maker
from plein.demo.people import unguessable
from plein.demo.places import Places
from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import Post
from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import Member, Role, RoleName
from plein.foundation.taxonomy.models import Theme

NAMES = ("Anneke", "Gijs", "Trijn")
POSTS = (
    ("ask", "vervoer", "Mee naar het koor", "Wie rijdt er op maandag met mij mee naar het koor?"),
    ("ask", "tuin", "Heg van de kerk", "Met drie mensen is de heg in een ochtend klaar."),
    (
        "ask",
        "gezelschap",
        "Vierde man voor klaverjassen",
        "We spelen in het dorpshuis, om de week.",
    ),
    ("offer", "spullen", "Kruiwagen te leen", "Hij piept een beetje, maar hij rijdt."),
    ("offer", "boodschappen-koken", "Eieren over", "De kippen leggen goed. Neem er een paar mee."),
    (
        "offer",
        "klussen",
        "Ik plak je band",
        "Even wachten met een kop koffie, en je kunt weer door.",
    ),
)


def make_elders(maker: Maker, places: Places, joost: Member) -> None:
    maker.start("elders")
    elders = places.elders
    neighbours = [joost, *(_member(maker, places, name) for name in NAMES)]
    Role.objects.create(
        pk=maker.key(), town=elders, member=neighbours[1], community=elders, role=RoleName.MANAGER
    )
    themes = {theme.key: theme for theme in Theme.objects.filter(town=elders)}
    for number, (kind, theme, title, text) in enumerate(POSTS):
        made = maker.ago(0.5, 20)
        Post.objects.create(
            pk=maker.key(made),
            town=elders,
            community=elders,
            code=maker.code(),
            author=neighbours[number % len(neighbours)],
            kind=kind,
            theme=themes[theme],
            title=title,
            text=text,
            made_at=made,
            changed_at=made,
            expires_at=expiry.end_of(kind, made),
        )


def _member(maker: Maker, places: Places, name: str) -> Member:
    made = maker.ago(100, 300)
    account = Account(
        pk=maker.key(made), email=f"{name.lower()}@elders.example", password=unguessable()
    )
    account.save(force_insert=True)
    return Member.objects.create(
        pk=maker.key(made),
        town=places.elders,
        account=account,
        name=name,
        home=places.elders,
        state=Member.State.ACTIVE,
        greeted_at=made,
        languages=["nl"],
        made_at=made,
    )
