"""Pages of the building blocks: agenda, map, files, paper, care, matchpoint and settings."""

from collections.abc import Iterator

from plein.bridges.matching.models import Invitation as Asked
from plein.bridges.matchpoint.models import Matchpoint
from plein.bridges.matchpoint.tests.making import make_matchpoint
from plein.bridges.overviews.models import Row
from plein.bridges.publications import actions as paper
from plein.demo.places import Places
from plein.features.activities.keys import key_of
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.features.directory import keys
from plein.features.directory.actions import lists
from plein.features.directory.models import Campaign, Contact, Entry, ImportRow, Version
from plein.features.noticeboard.models import Post
from plein.foundation.care.models import Agreement, Client, Mandate
from plein.foundation.organisations.models import Editor
from tests.journeys.looking import AT_SCREEN, SCREEN, Look, member_of

OVERVIEWS = ("agenda", "etalage", "organisaties", "verhalen", "zoeken")


def looks_of_blocks(places: Places) -> Iterator[Look]:
    yield from _overviews(places)
    yield from _activities(places)
    yield from _map(places)
    yield from _keeping_the_map(places)
    yield from _paper(places)
    yield from _care(places)
    yield from _matchpoint(places)
    yield from _matching(places)
    yield from _arranging(places)


def _overviews(places: Places) -> Iterator[Look]:
    for name in OVERVIEWS:
        yield Look(name, f"/{name}/", usual=name == "agenda")
    yield Look("agenda, this weekend", "/agenda/?wanneer=weekend")
    yield Look("agenda as a map", "/agenda/?weergave=kaart", usual=True)
    yield Look("agenda as a list", "/agenda/?weergave=lijst")
    yield Look("organisations as a map", "/organisaties/?weergave=kaart&thema=bewegen-sport")
    yield Look("search with many choices", "/zoeken/?zoek=koffie&doelgroep=ouderen&wijk=centrum")
    yield Look("search, nothing found", "/zoeken/?zoek=xyzzyq")
    public = Row.objects.filter(town=places.town, house="directory", audience="public")
    chosen = "&".join(f"ding={key}" for key in public.values_list("pk", flat=True)[:3])
    yield Look("desk", "/balie/", "fatima")
    yield Look("desk, found", "/balie/?zoek=taal", "fatima", usual=True)
    yield Look("basket", f"/balie/mandje/?{chosen}", "fatima")
    yield Look("search words", "/zoekwoorden/", "mila")
    yield Look("kept lists", "/bewaard/", "fatima")


def _activities(places: Places) -> Iterator[Look]:
    found = Activity.objects.filter(town=places.town, hidden_at=None, cancelled_at=None)
    ahead = Occurrence.objects.filter(town=places.town, registrations__isnull=False)
    row = ahead.filter(activity__in=found).select_related("activity").order_by("pk").first()
    own = found.filter(author=member_of("samira")).first() or row.activity
    whose = own.author.account.email.split("@")[0]
    undated = Row.objects.filter(town=places.town, house="showcase", audience="public").first()
    one, date = row.activity.get_absolute_url(), f"{row.activity.get_absolute_url()}{row.when}/"
    yield Look("activity", one, usual=True)
    yield Look("initiative", undated.url)
    yield Look("one date", date)
    yield Look("enrol", f"{date}aanmelden/")
    yield Look("ask the organiser", f"{one}vraag/", "noor")
    yield Look("new activity", "/activiteiten/nieuw/", "noor", usual=True)
    yield Look("my activities", "/activiteiten/mijn/", "noor")
    came = Registration.objects.filter(town=places.town, occurrence=row).first()
    yield Look("my enrolment", f"/activiteiten/aanmelding/{key_of(came)}/")
    yield Look("calendars", "/activiteiten/kalenders/", "samira")
    arranger = row.activity.author.account.email.split("@")[0]
    for name in ("deelnemers", "bericht", "wijzigen", "bellers"):
        yield Look(f"date, {name}", f"{date}{name}/", arranger)
    for name in ("wijzigen", "foto", "data", "afgelasten", "klaar", "verbergen"):
        yield Look(f"own activity, {name}", f"{own.get_absolute_url()}{name}/", whose)
    yield Look("call the organiser", f"{one}bellen/", "fatima")


def _map(places: Places) -> Iterator[Look]:
    entries = Entry.objects.in_town(places.town.pk).shown().select_related("organisation")
    kept = entries.filter(
        organisation__in=Editor.objects.filter(town=places.town).values("organisation")
    )
    entry = entries.order_by("organisation__name").first()
    own = kept.filter(organisation__slug="welzijn-waterdrecht").first() or kept.first()
    url, mine = entry.get_absolute_url(), own.get_absolute_url()
    yield Look("organisation", url, usual=True)
    yield Look("what an organisation does", f"/van-organisatie/{own.organisation_id}/")
    yield Look("organisation that is not sure", _unsure(entries).get_absolute_url())
    for name in ("klopt-niet", "beheren"):
        yield Look(f"organisation, {name}", f"{url}{name}/", "noor")
    yield Look("propose an organisation", "/organisaties/aanmelden/", "noor")
    yield Look("admission", "/organisaties/toelating/")
    contact = Contact.objects.filter(town=places.town, entry__in=entries).first()
    yield Look(
        "confirm by mail",
        f"/organisaties/bevestigen/{keys.write_key(keys.CONFIRM, contact.pk, contact.mail)}/",
    )
    yield Look("own organisation", mine, "samira")
    for name in ("wijzigen", "foto", "post", "eerder"):
        yield Look(f"own organisation, {name}", f"{mine}{name}/", "samira", name == "wijzigen")
    for name in ("plek", "aanbod"):
        yield Look(f"own organisation, {name}", f"{mine}{name}/0/", "samira")
    version = Version.objects.filter(town=places.town, entry=own).first()
    if version:
        yield Look("earlier version", f"{mine}eerder/{version.pk}/", "samira")


def _unsure(entries):
    return entries.order_by("confirmed_at", "pk").first()


def _keeping_the_map(places: Places) -> Iterator[Look]:
    town, mila = places.town, member_of("mila")
    entries = list(Entry.objects.in_town(town.pk).shown().select_related("organisation")[:2])
    for name in ("", "bellen/", "toelating/", "mee/", "dubbel/", "uitnodigen/", "lijsten/"):
        yield Look(f"stewards {name}", f"/organisaties/beheer/{name}", "mila", name == "")
    yield Look("call an organisation", f"{entries[0].get_absolute_url()}bellen/", "mila")
    campaign = Campaign.objects.filter(town=town).first()
    yield Look("campaign", f"/organisaties/beheer/uitnodigen/{campaign.pk}/", "mila")
    pair = "/".join(str(each.pk) for each in entries)
    yield Look("merge", f"/organisaties/beheer/dubbel/{pair}/", "mila")
    sheet = f"naam;telefoon\n{entries[0].organisation.name};\nKoor De Kraai;0184 555 030\n;1\n"
    read = lists.upload(town, sheet.encode(), name="lijst.csv", take_over=False, by=mila)
    lists.read(read.pk)
    ImportRow.objects.filter(taken_in=read, number=2).update(outcome="perhaps", entry=entries[0])
    asks = lists.upload(town, b"wie;bel\nKoor;1\n", name="kolommen.csv", take_over=False, by=mila)
    lists.read(asks.pk)
    busy = lists.upload(town, sheet.encode(), name="bezig.csv", take_over=False, by=mila)
    type(busy).objects.filter(pk=busy.pk).update(state="writing", rows_all=3, reached=2)
    yield Look("list tried out", f"/organisaties/beheer/lijsten/{read.pk}/", "mila", usual=True)
    yield Look("list, which column", f"/organisaties/beheer/lijsten/{asks.pk}/", "mila")
    yield Look("list, still busy", f"/organisaties/beheer/lijsten/{busy.pk}/", "mila")


def _paper(places: Places) -> Iterator[Look]:
    made = paper.order(places.town, "agenda", "", "poster-a4", by="127.0.0.1")
    offer = Row.objects.filter(town=places.town, house="agenda", audience="public").first()
    yield Look("take along", "/op-papier/?lijst=agenda", usual=True)
    yield Look("poster of one thing", f"/op-papier/poster/{offer.pk}/")
    yield Look("file is being made", f"/op-papier/{made.key}/")
    yield Look("new every month", f"/op-papier/{made.key}/bewaren/", "noor")
    yield Look("my booklets", "/op-papier/mijn/", "noor")


def _care(places: Places) -> Iterator[Look]:
    client = Client.objects.filter(town=places.town).order_by("pk").first()
    mandate = Mandate.objects.filter(town=places.town, ended_at=None).order_by("pk").first()
    agreement = Agreement.objects.filter(town=places.town).first()
    yield Look("clients", "/clienten/", "petra", usual=True)
    yield Look("second code", "/clienten/code/", "petra")
    yield Look("new client", "/clienten/nieuw/", "petra")
    for name in ("", "wijzigen/", "wissen/", "machtiging/"):
        yield Look(f"client {name}", f"/clienten/{client.pk}/{name}", "petra")
    for name in ("stoppen", "overdragen", "kaart"):
        yield Look(f"mandate {name}", f"/clienten/machtiging/{mandate.pk}/{name}/", "petra")
    yield Look("take over by card", "/kaart/", "noor")
    yield Look("say yes", "/ja-zeggen/")
    yield Look("ask for a client", f"/prikbord/voor-client/?client={client.pk}", "petra")
    yield Look("ask for somebody", "/prikbord/voor-een-ander/", "petra")
    yield Look("asks of a client", f"/prikbord/vragen-van/{client.pk}/", "petra")
    yield Look("agreements", "/instellingen/overeenkomsten/", "mila")
    yield Look("agreement", f"/instellingen/overeenkomsten/{agreement.pk}/", "mila")


def _matchpoint(places: Places) -> Iterator[Look]:
    point = Matchpoint.objects.filter(town=places.town).first()
    point = point or make_matchpoint(member_of("mila"))
    yield Look("matchpoint, closed", "/matchpunt/")
    yield Look("matchpoint, open the day", f"/matchpunt/openen/{point.key}/")
    yield Look("matchpoint", "/matchpunt/", SCREEN, usual=True)
    yield Look("matchpoint, come back", "/matchpunt/terug/", SCREEN)
    yield Look("matchpoint, first question", "/matchpunt/vraag/waarmee/", AT_SCREEN)
    for name in ("", "nieuw/", "opzoeken/", f"{point.pk}/"):
        yield Look(f"matchpoints {name}", f"/matchpunt/beheer/{name}", "fatima")


def _matching(places: Places) -> Iterator[Look]:
    ask = Post.objects.filter(town=places.town, kind="ask").open().order_by("pk").first()
    whose = ask.author.account.email.split("@")[0] if ask.author.account.email else ""
    yield Look("for you", "/suggesties/", "bram", usual=True)
    yield Look("how often", "/suggesties/hoe-vaak/", "bram")
    yield Look("why nothing", "/suggesties/waarom-niets/", "bram")
    if whose:
        yield Look("who fits", f"/suggesties/bericht/{ask.pk}/", whose)
    invited = Asked.objects.filter(town=places.town, to__account__email="bram@waterdrecht.example")
    if one := invited.first():
        yield Look("invitation", f"/suggesties/uitnodiging/{one.pk}/", "bram")
    yield Look("who waits", "/suggesties/wie-wacht/", "fatima", usual=True)
    yield Look("who could do it", f"/suggesties/wie-wacht/{ask.pk}/", "fatima")
    for name in ("tekorten", "voorstellen", "gewichten", "woorden"):
        yield Look(f"matching, {name}", f"/suggesties/{name}/", "mila")
    yield Look("promise", "/prikbord/belofte/")
    yield Look("clock", "/prikbord/klok/", "mila", usual=True)
    yield Look("clock rules", "/prikbord/klok/regels/", "mila")
    yield Look("call about an ask", f"{ask.get_absolute_url()}bellen/", "fatima")


def _arranging(places: Places) -> Iterator[Look]:
    part = places.town.tree.all.values()
    district = next(each for each in part if each.parent_id == places.town.pk)
    yield Look("one part", f"/instellingen/delen/{district.pk}/", "mila")
    for more in ("kleuren", "logo", "webadres", "bereik", "bladzijde"):
        yield Look(f"one part, {more}", f"/instellingen/delen/{district.pk}/{more}/", "mila")
    yield Look("new part", "/instellingen/delen/nieuw/", "mila")
    yield Look("new theme", "/instellingen/themas/nieuw/", "mila")
    yield Look("new organisation", "/instellingen/organisaties/nieuw/", "mila")
    yield Look("break", "/mijn/profiel/pauze/", "noor")
    yield Look("target groups of me", "/mijn/profiel/doelgroepen/", "noor")
