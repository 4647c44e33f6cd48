"""A client of a professional shows nowhere: a matrix of every role and every kind of answer (H8).

One client with a name, number, address and note that stand nowhere else, a professional who asks
for them, a helper who answers, and a card. Then pages, parts, feeds, exports and files are opened
as everybody else, and what was mailed, logged, recorded and kept is read. `PLEIN_EVERY_ROLE=1`
walks every address as each role apart and prints the matrix; usually one member holds all roles
together, which sees at least as much, and the others look where an ask can show.
"""

import logging
import os

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import answered
from plein.foundation import jobs
from plein.foundation.accounts.models import Account
from plein.foundation.care import actions as care
from plein.foundation.care.tests import making
from plein.foundation.communities.models import RoleName
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import Theme
from plein.testing.cast import give, make_member
from tests.architecture.canaries import CANARIES, Walk, operator_pages, seen_in, words_in
from tests.architecture.forms_of_pages import addresses, undone
from tests.architecture.test_fences import CAST, cast

__all__ = ["cast"]

TOGETHER = ["all roles", "nobody", "helper", "other nurse"]
APART = [*CAST[4:], *RoleName.values]
IN_FULL = bool(os.environ.get("PLEIN_EVERY_ROLE"))
PEOPLE = TOGETHER + (APART if IN_FULL else [])
WHERE_ASKS_SHOW = ("/prikbord/", "/clienten/", "/gesprekken/", "/berichten/", "/suggesties/")
MAY_HOLD = {"care.client"}
"""The one table in which a client stands."""


@pytest.fixture
def ask(cast):
    """Petra asks for her client, Bram answers; they talk, and the card has been printed."""
    agreement = making.make_agreement(cast.mila)
    petra = making.admit(agreement, make_member("Petra", cast.centrum), cast.mila)
    client = making.make_client(petra, agreement, cast.molenwijk)
    mandate = making.make_mandate(petra, client, may_give_phone=True, may_give_address=True)
    theme = Theme.objects.get(town=cast.waterdrecht, key="boodschappen-koken")
    wanted = actions.Wanted(kind="ask", theme=theme, title="Wie haalt er boodschappen?")
    post = actions.publish_for_client(wanted, mandate, by=petra)
    answered(post, cast.bram)
    care.make_card(mandate, by=petra)
    care.change_client(client, by=petra, note=making.NOTE)
    jobs.run_pending()
    return post


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


def test_no_page_part_feed_or_download_shows_the_client(cast, ask, as_member, caplog):
    caplog.set_level(logging.DEBUG)
    urls = addresses(cast)
    own = ask.get_absolute_url()
    ways = [own, f"{own}bellen/", f"{own}reageren/", f"{own}sluiten/", f"/zoeken/?q={CANARIES[0]}"]
    ways += [f"/prikbord/?q={CANARIES[0]}", f"/clienten/{_client_key()}/"]
    for name in PEOPLE:
        with undone():
            member = who_is(name, cast)
            browser = as_member(member)
            if name == "other nurse":
                making.pass_second(browser, member)
            walk = Walk(browser)
            for url in ways:
                walk.look(url)
                walk.look(url, part=True)
            for url in urls:
                if IN_FULL or name == "all roles" or url.startswith(WHERE_ASKS_SHOW):
                    walk.look(url)
                    if IN_FULL:
                        walk.look(url, part=True)
        seen = walk.counted
        print(f"{name}: {sum(seen.values())} answers {dict(seen)}, hits {walk.hits}")
        assert sum(seen.values()) > 2 * len(ways), name
        assert not walk.hits, name
    assert not seen_in(caplog.text.replace(f"q={CANARIES[0]}", ""))


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
