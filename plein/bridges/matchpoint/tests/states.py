"""Pages of a matchpoint that no address shows: they need somebody who sits at the screen."""

from django.utils import timezone

from plein.bridges.matchpoint.tests.making import (
    ANSWERS,
    ask_at,
    make_matchpoint,
    open_screen,
    search_at,
    slip_at,
)
from plein.bridges.overviews.tests.listings_made import made
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import OnClock, Post


def _screen(cast):
    return open_screen(make_matchpoint(cast.mila), cast.fatima)


def _truus(cast):
    """She asked, and has a slip."""
    screen = ask_at(_screen(cast), cast.molenwijk)
    slip_at(screen)
    return screen


def _answered(cast, path):
    screen = _truus(cast)
    ask = Post.objects.get(author__name="Truus")
    talk = noticeboard.respond(ask, "Ik kom wel.", by=cast.bram).conversation
    return screen, f"/matchpunt/gesprek/{talk.code}/{path}"


def _who(cast, _as_member):
    screen = open_screen(make_matchpoint(cast.mila), cast.fatima)
    screen.get("/matchpunt/")
    other = make_matchpoint(cast.mila, name="Het Anker")
    screen.post(f"/matchpunt/openen/{other.key}/", {"pin": "246813"})
    return screen, "/matchpunt/wie/"


def _found(cast):
    row = made(cast.waterdrecht, "Voedselbank", kind="organisation", phone="0184-555 020")
    screen = search_at(_screen(cast), "voedsel")
    screen.post("/matchpunt/zoeken/", {"erbij": str(row.pk)})
    return screen, str(row.pk)


def _refer(cast, _as_member):
    screen, key = _found(cast)
    return screen, "/matchpunt/lijst/bon/", {"bon": key, "form_key": "bon-van-de-balie"}


def _rests(cast, _as_member):
    """The place closed while somebody was asking."""
    screen = _screen(cast)
    screen.post("/matchpunt/vraag/")
    for step, answers in ANSWERS.items():
        if step != "controleer":
            here = {"home": str(cast.molenwijk.pk)} if step == "naam" else {}
            screen.post(f"/matchpunt/vraag/{step}/", answers | here)
    OnClock.objects.update(away_from=timezone.localdate())
    return screen, "/matchpunt/vraag/controleer/", ANSWERS["controleer"]


def _first_question(cast, _as_member):
    screen = _screen(cast)
    screen.post("/matchpunt/vraag/")
    return screen, "/matchpunt/vraag/waarmee/"


STATES = {
    "matchpoint/question.html": _first_question,
    "matchpoint/start.html": lambda cast, _: (_screen(cast), "/matchpunt/?leeg=vraag"),
    "matchpoint/who.html": _who,
    "matchpoint/quiet.html": lambda cast, _: (_found(cast)[0], "/matchpunt/stil/"),
    "matchpoint/picture.html": lambda cast, _: (
        ask_at(_screen(cast), cast.molenwijk),
        "/matchpunt/plaatje/",
    ),
    "matchpoint/slip.html": lambda cast, _: (
        ask_at(_screen(cast), cast.molenwijk),
        "/matchpunt/plaatje/",
        {"picture": "dog"},
    ),
    "matchpoint/lost.html": lambda cast, _: (
        _screen(cast),
        "/matchpunt/terug/kwijt/",
        {"name": "Truus", "picture": "dog", "pin": "000000"},
    ),
    "matchpoint/mine.html": lambda cast, _: (_answered(cast, "")[0], "/matchpunt/mijn/"),
    "matchpoint/somebody.html": lambda cast, _: (_truus(cast), "/matchpunt/mijn/via/"),
    "matchpoint/talk.html": lambda cast, _: _answered(cast, ""),
    "matchpoint/tell.html": lambda cast, _: _answered(cast, "vertellen/"),
    "matchpoint/search.html": lambda cast, _: (_found(cast)[0], "/matchpunt/zoeken/"),
    "matchpoint/list.html": lambda cast, _: (_found(cast)[0], "/matchpunt/lijst/"),
    "matchpoint/referral.html": _refer,
    "matchpoint/rests.html": _rests,
}
