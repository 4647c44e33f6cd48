"""A client of a professional shows nowhere: a matrix of every role and every kind of answer (H8).

One client with a name, number, address, birth date and note that stand nowhere else; a professional
who asks for them, with a photo; a helper who answers, another who was given address and number, and
a card. Then every page, part, feed, export, file and answer to an empty form is opened as everybody
outside the caseload, and what was mailed, logged, recorded and kept is read.

Each person opens what can show an ask. Neighbours, with or without a task, open all else too,
but only where nobody before them would get the same answer: an address tells which rights it asks
about (`canaries.RightsAsked`). `PLEIN_EVERY_ROLE=1` opens everything as everybody all the same.

What it does not cover: forms filled in with real words (only empty ones are sent), and usually
forms of pages on which no ask can show; second pages of a list; what a person sees by what they did
themselves, beside the two helpers; an answer that hangs on a role without asking for a right.
"""

import logging
import os
import time

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField
from PIL import Image

from plein.features.noticeboard import actions
from plein.features.noticeboard.actions import releasing
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import agreed, answered
from plein.foundation import jobs
from plein.foundation.accounts.models import Account
from plein.foundation.care import actions as care
from plein.foundation.care.tests import making
from plein.foundation.communities.models import RoleName
from plein.foundation.communities.rights import held_by
from plein.foundation.media.tests.conftest import photo
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import Theme
from plein.testing.cast import give, make_member
from tests.architecture.canaries import (
    CANARIES,
    RightsAsked,
    Walk,
    operator_pages,
    seen_in,
    words_in,
)
from tests.architecture.forms_of_pages import addresses, undone
from tests.architecture.test_fences import CAST, cast

__all__ = ["cast", "photo"]

TOGETHER = ["all roles", "nobody", "helper", "other nurse"]
APART = [*(name for name in CAST[4:] if name != "bram"), *RoleName.values]
IN_FULL = bool(os.environ.get("PLEIN_EVERY_ROLE"))
PEOPLE = TOGETHER + APART
WITH_A_PAST = ["all roles", "helper", "noor", "other nurse", "fatima", "mila"]
"""Who has talks, tasks or clients of their own: they open every page on which an ask can show."""
POSTS = ["all roles", "noor"]
"""Who also sends the forms empty, there where an ask can show."""
RELEASED = {"Kanariestraat", "0612987654", "612987654"}
"""What Noor was given for her appointment, and reads on its page only."""
WHERE_ASKS_SHOW = ("/prikbord/", "/clienten/", "/gesprekken/", "/berichten/", "/suggesties/")
WHERE_ASKS_SHOW += ("/bellijst/", "/telefoon/", "/dagstart/", "/matchpunt/", "/kaart/")
MAY_HOLD = {"care.client"}
"""The one table in which a client stands."""


@pytest.fixture
def ask(cast, photo):
    """Petra asks for her client, Bram answers; they talk, and the card has been printed. For the
    other ask Noor comes, and has the address and the number."""
    agreement = making.make_agreement(cast.mila)
    petra = making.admit(agreement, make_member("Petra", cast.centrum), cast.mila)
    client = making.make_client(petra, agreement, cast.molenwijk)
    mandate = making.make_mandate(petra, client, may_give_phone=True, may_give_address=True)
    theme = Theme.objects.get(town=cast.waterdrecht, key="boodschappen-koken")
    wanted = actions.Wanted(kind="ask", theme=theme, title="Wie haalt er boodschappen?")
    post = actions.publish_for_client(wanted, mandate, by=petra)
    answered(post, cast.bram)
    file = photo(exif=_with_words())
    file.name = "kanarievogel.jpg"
    actions.add_picture(post, file, alt="Een tas", by=petra)
    visit = agreed(actions.publish_for_client(wanted, mandate, by=petra), cast.noor)
    for what in ("address", "phone"):
        releasing.give(visit, what, by=petra)
    care.make_card(mandate, by=petra)
    care.change_client(client, by=petra, note=f"{making.NOTE}, geboren 3-4-1931")
    jobs.run_pending()
    post.visit = visit
    return post


def _with_words():
    exif = Image.Exif()
    exif[0x010E] = "Mevrouw Kanarievogel, 3-4-1931"  # what it shows
    return exif


def who_is(name, cast):
    """A member outside the team of the caseload."""
    if name == "nobody":
        return None
    if name == "helper":
        return cast.bram
    if name == "other nurse":
        return _other_nurse(cast)
    if name == "all roles" or name in RoleName.values:
        member = make_member("Wilma", cast.centrum)
        for role in RoleName.values if name == "all roles" else [name]:
            give(member, role, cast.waterdrecht)
        return member
    return getattr(cast, name)


def _other_nurse(cast):
    club = Organisation.objects.create(
        town=cast.waterdrecht, community=cast.waterdrecht, name="Anders", slug="anders"
    )
    said = {"work": "welfare", "signed_on": "2020-01-01", "contact_mail": "a@b.example"}
    agreement = care.agree(cast.waterdrecht, club, by=cast.mila, contact_name="A", **said)
    agreement.refresh_from_db()
    return making.admit(agreement, make_member("Sjoerd", cast.centrum), cast.mila)


@pytest.mark.once
def test_no_page_part_feed_file_or_form_shows_the_client(cast, ask, as_member, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    # At its most talkative this one writes the page itself, also for who may read it.
    caplog.set_level(logging.INFO, logger="django.template")
    caplog.set_level(logging.INFO, logger="markdown_it")
    urls, asked = addresses(cast), RightsAsked(monkeypatch)
    own, talk = ask.get_absolute_url(), f"/prikbord/afspraak/{ask.visit.conversation.code}/"
    ways = [own, f"{own}bellen/", f"{own}reageren/", f"{own}sluiten/", f"/zoeken/?q={CANARIES[0]}"]
    ways += [
        f"/prikbord/?q={CANARIES[0]}",
        f"/clienten/{_client_key()}/",
        talk,
        ask.picture.url(800),
    ]
    started = time.process_time()
    for name in PEOPLE:
        with undone():
            member = who_is(name, cast)
            browser = as_member(member)
            if name == "other nurse":
                making.pass_second(browser, member)
            walk = Walk(browser)
            for url in ways:
                if walk.look(url).status_code == 200:
                    walk.look(url, part=True)
            roles = frozenset(held.role for held in held_by(member)) if member else frozenset()
            kind = _kind(member, cast)
            for url in urls:
                shows = url.startswith(WHERE_ASKS_SHOW)
                past = shows and name in WITH_A_PAST
                if IN_FULL or shows or kind == "neighbour":
                    _open(walk, url, asked, (kind, roles), anyhow=IN_FULL or past)
                if name in POSTS and (IN_FULL or shows):
                    _send(walk, url, asked, (kind, roles), anyhow=IN_FULL)
        seen = walk.counted
        print(f"{name}: {sum(seen.values())} answers {dict(seen)}, hits {walk.hits}", flush=True)
        assert sum(seen.values()) >= len(ways), name
        if name == "noor":  # was given them, and reads them there
            read = walk.hits.pop(("page", talk))
            assert "Kanariestraat" in read
            assert read <= RELEASED
            walk.hits.pop(("part", talk), None)
        assert not walk.hits, name
    print(f"{time.process_time() - started:.0f} seconds of work")
    assert not seen_in(caplog.text.replace(f"q={CANARIES[0]}", ""))


def _kind(member, cast) -> str:
    """What an answer hangs on beside rights."""
    if member is None:
        return "nobody"
    if member.town_id != cast.waterdrecht.pk:
        return "elsewhere"
    return "neighbour" if member.is_greeted else "new"


def _open(walk, url, asked, who, *, anyhow):
    kind, roles = who
    if not (anyhow or asked.is_new((kind, url), roles)):
        return
    with asked.noting((kind, url), roles):
        answer = walk.look(url)
    if anyhow and answer.status_code == 200 and b"data-hx-" in getattr(answer, "content", b""):
        walk.look(url, part=True)


def _send(walk, url, asked, who, *, anyhow):
    """The form of this address, empty; what that did is undone."""
    kind, roles = who
    if anyhow or asked.is_new((kind, "sent", url), roles):
        with undone(), asked.noting((kind, "sent", url), roles):
            walk.look(url, post=True)


def test_the_operator_of_the_installation_sees_no_client(cast, ask, as_member):
    Account.objects.filter(pk=cast.nadia.account_id).update(is_operator=True)
    walk = Walk(as_member(cast.nadia))
    for url in operator_pages():
        walk.look(url)

    print(f"operator: {dict(walk.counted)}, hits {walk.hits}")
    assert walk.counted["page"] > 5, "The pages of the operator were really read."
    assert not walk.hits


@pytest.mark.parametrize("body", [b"Kanarievogel", "sheet", "pdf"])
def test_the_reader_finds_a_canary_in_every_kind_of_file(body):
    if body == "sheet":
        import io

        import openpyxl

        book, file = openpyxl.Workbook(), io.BytesIO()
        book.active["A1"] = "Kanarievogel"
        book.save(file)
        body = file.getvalue()
    elif body == "pdf":
        import typst

        body = typst.compile(b"= Voor Kanarievogel")

    assert seen_in(words_in(body)) == {"Kanarievogel"}


def test_no_table_but_the_list_of_clients_holds_a_word_of_them(ask):
    """So no index, mail, notification, audit line, job, draft, suggestion or export can."""
    found = set()
    for model in apps.get_models():
        if model._meta.label_lower in MAY_HOLD:
            continue
        wordy = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, CharField | TextField | JSONField)
        ]
        for row in model._default_manager.values_list(*wordy) if wordy else ():
            if seen_in(" ".join(map(str, row))):
                found.add(model._meta.label)

    assert not found


def test_the_public_ask_has_no_way_to_the_client(ask):
    post = Post.objects.get(pk=ask.pk)
    named = {field.name for field in Post._meta.get_fields() if field.is_relation}

    assert post.mandate
    assert not named & {"mandate", "client"}
    assert post.byline == "via een professional"


def _client_key():
    from plein.foundation.care.models import Client

    return Client.objects.order_by("pk").values_list("pk", flat=True)[0]
