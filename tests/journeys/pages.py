"""Which pages there are to look at, and as whom: one per kind of page, or all of them."""

from collections.abc import Iterator

from plein.demo.places import Places
from plein.features.noticeboard.models import Post, Response
from plein.features.pages.models import Note, Page, Question
from plein.foundation.communities.models import Member
from tests.journeys.looking import Look, account_of
from tests.journeys.pages_of_blocks import looks_of_blocks


def looks(places: Places) -> list[Look]:
    """Every page that can be opened by address in a filled town."""
    return [
        *_for_strangers(places),
        *_for_residents(places),
        *_for_crew(places),
        *looks_of_blocks(places),
    ]


def usual_looks(places: Places) -> list[Look]:
    """One page for each set of components."""
    return [look for look in looks(places) if look.usual]


def _for_strangers(places: Places) -> Iterator[Look]:
    posts = Post.objects.filter(town=places.town).open().order_by("pk")
    private = posts.filter(audience="members", kind="ask").first()
    public = posts.filter(audience="public").exclude(picture=None).first()
    yield Look("front", "/", usual=True)
    yield Look("board", "/prikbord/", usual=True)
    yield Look("board, asks in Molenwijk", "/prikbord/?soort=vraag&wijk=molenwijk")
    yield Look("board, nothing found", "/prikbord/?zoek=xyzzy")
    yield Look("public post", public.get_absolute_url(), usual=True)
    yield Look("teaser", private.get_absolute_url(), usual=True)
    yield Look("respond", f"{private.get_absolute_url()}reageren/")
    yield Look("wizard, ask", "/prikbord/vragen/", usual=True)
    yield Look("wizard, offer", "/prikbord/aanbieden/")
    yield Look("sign in", "/inloggen/", usual=True)
    yield Look("sign in with password", "/inloggen/wachtwoord/")
    yield Look("join", "/meedoen/", usual=True)
    yield Look("districts", "/wijken/", usual=True)
    yield Look("one district", "/wijken/centrum/")
    yield from _told(places)
    yield Look("contact", "/contact/", usual=True)
    yield Look("call me back", "/bel-mij-terug/", usual=True)
    yield Look("somebody is gone", "/overleden-of-verhuisd/")
    yield Look("not found", "/bestaat-niet/", usual=True)


def _told(places: Places) -> Iterator[Look]:
    """News, stories, notes and questions, and what one writes there."""
    out = Page.objects.filter(town=places.town).published().order_by("pk")
    story, page = out.filter(kind="interview").first(), out.filter(kind="page").first()
    note = Note.objects.filter(town=places.town).standing().exclude(picture=None).first()
    question = Question.objects.filter(town=places.town, answers__helped_at__isnull=False).first()
    yield Look("about", "/over/", usual=True)
    yield Look("how it works", "/over/hoe-het-werkt/")
    yield Look("interview", story.get_absolute_url(), usual=True)
    yield Look("page that stays", page.get_absolute_url())
    yield Look("notes", "/over/berichtjes/", usual=True)
    yield Look("one note", note.get_absolute_url())
    yield Look("not on this photo", f"/melden/foto/{note.picture_id}/")
    yield Look("who knows", "/over/wie-weet-het/", usual=True)
    yield Look("one question", question.get_absolute_url(), usual=True)
    yield Look("also here", f"/ook-hier/{story.pk}/")
    yield Look("new note", "/over/berichtjes/nieuw/", "noor")
    yield Look("ask all neighbours", "/over/wie-weet-het/vragen/", "noor")
    yield Look("answer a question", question.get_absolute_url(), "noor")
    yield Look("desk of editors", "/over/redactie/", "mila")
    yield Look("write", "/over/schrijven/", "mila", usual=True)
    for name in ("", "wijzigen/", "fotos/", "publiceren/", "eerder/", "eerder/1/"):
        yield Look(f"own story {name}", story.get_absolute_url() + name, "mila")
    yield Look("front page blocks", "/instellingen/voorpagina/", "mila")
    yield Look("house style", "/instellingen/huisstijl/", "mila")


def _for_residents(places: Places) -> Iterator[Look]:
    noor, bram = (Member.objects.get(account=account_of(who)) for who in ("noor", "bram"))
    mine = Post.objects.filter(author=noor).order_by("pk")
    talks = Response.objects.filter(post__author=noor, author=bram).select_related("conversation")
    talk = talks.filter(state="open").first() or talks.first()
    done = talks.filter(state="done").first() or talk
    other = Post.objects.filter(town=places.town, kind="ask").open().exclude(author=bram).first()
    own = mine.filter(closed_at=None).first() or mine.first()
    yield Look("my page", "/mijn/", "noor", usual=True)
    yield Look("new, my page", "/mijn/", "nadia")
    yield Look("my posts", "/prikbord/mijn/", "noor", usual=True)
    yield Look("board as member", "/prikbord/", "bram")
    yield Look("post as member", other.get_absolute_url(), "bram")
    yield Look("respond as member", f"{other.get_absolute_url()}reageren/", "bram", usual=True)
    yield Look("post as new member", other.get_absolute_url(), "nadia")
    for name in ("", "wijzigen/", "sluiten/", "foto/"):
        path = own.get_absolute_url() + name
        yield Look(f"own post {name}", path, "noor", usual=name in ("", "sluiten/"))
    yield Look("talks", "/gesprekken/", "noor", usual=True)
    yield Look("talk", talk.conversation.get_absolute_url(), "noor", usual=True)
    yield Look("appointment", f"/prikbord/afspraak/{talk.conversation.code}/", "noor", usual=True)
    yield Look("appointment, done", f"/prikbord/afspraak/{done.conversation.code}/", "noor")
    yield Look("block", f"/gesprekken/{talk.conversation.code}/blokkeren/", "noor")
    yield Look("report", f"/melden/noticeboard.post/{other.pk}/", "bram", usual=True)
    yield Look("told", "/berichten/", "noor", usual=True)
    yield Look("neighbour", f"/mensen/{bram.pk}/", "noor", usual=True)
    yield Look("profile", "/mijn/profiel/", "noor", usual=True)
    yield Look("how to be told", "/berichten/instellen/", "noor")
    for part in ("waar", "adres", "wachtwoord", "weg", "foto", "interesses", "talenten"):
        yield Look(f"profile, {part}", f"/mijn/profiel/{part}/", "noor")


def _for_crew(places: Places) -> Iterator[Look]:
    new = Member.objects.filter(town=places.town, greeted_at=None, state="active").first()
    yield Look("day start", "/dagstart/", "fatima", usual=True)
    yield Look("on the phone", "/telefoon/", "fatima", usual=True)
    asks = Post.objects.filter(town=places.town, kind="ask", hidden_at=None, known_to="readers")
    asks = asks.exclude(author__name="Fatima").order_by("pk")
    yield Look("places to tell", f"/telefoon/{asks[0].code}/plekken/", "fatima")
    yield Look("call list", "/bellijst/", "fatima", usual=True)
    yield Look("meet", f"/mensen/{new.pk}/begroeten/", "fatima", usual=True)
    yield Look("speak a code", "/code-voorlezen/", "fatima", usual=True)
    yield Look("settings", "/instellingen/", "mila", usual=True)
    yield Look("settings, map", "/instellingen/kaart/", "mila")
    for part in ("meer", "kleuren", "logo", "blokken", "webadres", "bereik", "delen", "logboek"):
        path = f"/instellingen/{part}/"
        yield Look(f"settings, {part}", path, "mila", usual=part in ("kleuren", "logboek"))
    yield Look("roles", "/instellingen/rollen/", "mila", usual=True)
    yield Look("give a role", "/instellingen/rollen/geven/", "mila")
    yield Look("themes", "/instellingen/themas/", "mila", usual=True)
    yield Look("target groups", "/instellingen/doelgroepen/", "mila")
    yield Look("organisations", "/instellingen/organisaties/", "mila")
    yield Look("reports", "/melden/", "fatima")
