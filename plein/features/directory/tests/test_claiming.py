"""Who may keep a page: by their own mail domain, by letter, or through a steward."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from plein.features.directory import actions, keys
from plein.features.directory.domains import is_mobile, looks_private, proves
from plein.features.directory.models import Claim
from plein.features.directory.tests.making import change, make_entry
from plein.foundation.communities.actions import leave
from plein.foundation.organisations.access import may_speak_for
from plein.foundation.organisations.actions import add_editor
from plein.foundation.organisations.models import Editor
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification


@pytest.fixture
def entry(waterdrecht):
    cache.clear()
    return make_entry(waterdrecht)


def page(entry):
    return f"{entry.get_absolute_url()}beheren/"


def ask(client, entry, way, **said):
    return client.post(page(entry), {"way": way, **said})


@pytest.mark.parametrize(
    ("mail", "site", "own", "proof"),
    [
        ("noor@club.example", "https://www.club.example", "", True),
        ("noor@club.example", "", "info@club.example", True),
        ("noor@post.club.example", "https://club.example", "", True),
        ("noor@club.example", "https://leden.club.example", "", False),
        ("noor@anders.example", "https://club.example", "", False),
        ("noor@nepclub.example", "https://club.example", "", False),
        ("noor@gmail.com", "", "club@gmail.com", False),
        ("noor@ziggo.nl", "", "club@ziggo.nl", False),
        ("noor@HOTMAIL.com", "", "club@hotmail.com", False),
        ("noor@facebook.com", "https://facebook.com/club", "", False),
        ("noor@club.wordpress.com", "https://club.wordpress.com", "", False),
        ("club.example", "https://club.example", "", False),
        ("", "https://club.example", "", False),
        ("noor@", "", "", False),
    ],
)
def test_which_address_proves_it(mail, site, own, proof):
    assert proves(mail, own, site) is proof


@pytest.mark.parametrize(
    ("mail", "private"),
    [("info@club.nl", False), ("secretaris@club.nl", False), ("jan.jansen@club.nl", True),
     ("info@gmail.com", True), ("koor@hetnet.nl", True)],
)  # fmt: skip
def test_what_may_be_somebodys_own_address(mail, private):
    assert looks_private(mail) is private


@pytest.mark.parametrize(
    ("number", "mobile"),
    [("06 12345678", True), ("+31612345678", True), ("0184 555 010", False), ("112", False)],
)
def test_what_is_a_mobile_number(number, mobile):
    assert is_mobile(number) is mobile


def test_by_mail_the_link_leads_to_a_page_and_a_button(as_member, noor, entry):
    client = as_member(noor)
    ask(client, entry, "mail", mail="noor@voedselbank.example")
    mail = Message.objects.get(category="directory")
    url = re.search(r"http://\S+(/organisaties/claim/\S+)", mail.text)[1]

    assert "genoeg voor ons" in client.get(url).content.decode()
    assert not may_speak_for(noor, entry.organisation)
    client.post(url)

    assert may_speak_for(noor, entry.organisation)
    assert Editor.objects.get().coordinator
    assert Notification.objects.filter(to=noor, key="directory.claim_granted").exists()


def test_somebody_else_cannot_use_that_link(as_member, noor, bram, entry):
    claim = actions.claim_by_mail(entry, "noor@voedselbank.example", by=noor)
    url = f"/organisaties/claim/{keys.write_key(keys.CLAIM, claim.pk, claim.mail)}/"
    assert as_member(bram).post(url).status_code == 404
    assert not Editor.objects.exists()


def test_an_address_elsewhere_is_refused_in_words(as_member, noor, entry):
    answer = ask(as_member(noor), entry, "mail", mail="noor@gmail.com")
    assert answer.status_code == 422
    assert "Dit adres is niet van deze organisatie" in answer.content.decode()
    assert not Message.objects.filter(category="directory").exists()


def test_when_the_domain_changed_the_mail_proves_nothing(noor, entry):
    claim = actions.claim_by_mail(entry, "noor@voedselbank.example", by=noor)
    change(entry, mail="info@anders.example", website="")
    claim = Claim.objects.select_related("entry__organisation", "member").get(pk=claim.pk)
    with pytest.raises(actions.ClaimIsOver):
        actions.prove_mail(claim, by=noor)


def test_by_letter_a_steward_prints_a_code_that_works_once(as_member, noor, fatima, entry):
    ask(as_member(noor), entry, "letter")
    claim = Claim.objects.get()
    html = as_member(fatima).post(f"/organisaties/beheer/verzoek/{claim.pk}/brief/").content
    code = re.search(r"<bdi>(\w{4} \w{4})</bdi>", html.decode())[1]
    assert code.replace(" ", "").lower() not in str(Claim.objects.values().get())

    as_member(noor).post(f"{page(entry)}code/", {"code": f" {code} "})

    assert may_speak_for(noor, entry.organisation)
    assert as_member(noor).get(f"{page(entry)}code/").status_code == 404


def test_a_wrong_code_counts_and_five_is_enough(noor, fatima, entry):
    claim = actions.claim_by_letter(entry, by=noor)
    code = actions.print_letter(claim, by=fatima)
    for _try in range(5):
        with pytest.raises(actions.WrongCode):
            actions.enter_code(claim, "bbbbbbbb", by=noor)
    with pytest.raises(actions.ClaimIsOver):
        actions.enter_code(claim, code, by=noor)
    assert not Editor.objects.exists()


def test_an_old_code_is_over(noor, fatima, entry):
    claim = actions.claim_by_letter(entry, by=noor)
    code = actions.print_letter(claim, by=fatima)
    Claim.objects.update(printed_at=timezone.now() - timedelta(days=61))
    with pytest.raises(actions.ClaimIsOver):
        actions.enter_code(claim, code, by=noor)


def test_a_new_letter_makes_the_old_code_useless(noor, fatima, entry):
    claim = actions.claim_by_letter(entry, by=noor)
    old = actions.print_letter(claim, by=fatima)
    actions.print_letter(claim, by=fatima)
    with pytest.raises(actions.WrongCode):
        actions.enter_code(claim, old, by=noor)


def test_without_an_address_there_is_no_letter(as_member, noor, waterdrecht):
    entry = make_entry(waterdrecht, "Zonder Dak", locations=())
    client = as_member(noor)
    assert "Stuur de brief" not in client.get(page(entry)).content.decode()
    ask(client, entry, "letter")
    assert not Claim.objects.exists()


def test_a_steward_says_yes(as_member, noor, fatima, entry):
    ask(as_member(noor), entry, "steward", words="Ik zit in het bestuur.")
    desk = as_member(fatima).get("/organisaties/beheer/").content.decode()
    assert "Ik zit in het bestuur." in desk

    as_member(fatima).post(
        f"/organisaties/beheer/verzoek/{Claim.objects.get().pk}/", {"answer": "yes"}
    )
    assert may_speak_for(noor, entry.organisation)


def test_or_no_and_the_member_hears_it(as_member, noor, fatima, entry):
    claim = actions.claim_through_steward(entry, "Ik ben fan.", by=noor)
    as_member(fatima).post(f"/organisaties/beheer/verzoek/{claim.pk}/", {"answer": "no"})
    assert not Editor.objects.exists()
    assert Notification.objects.filter(to=noor, key="directory.claim_refused").exists()


def test_nobody_decides_about_their_own_request(as_member, fatima, entry):
    claim = actions.claim_through_steward(entry, "Ik.", by=fatima)
    url = f"/organisaties/beheer/verzoek/{claim.pk}/"
    assert as_member(fatima).post(url, {"answer": "yes"}).status_code == 403
    assert as_member(fatima).post(f"{url}brief/").status_code == 403


def test_a_neighbour_decides_nothing(as_member, noor, bram, entry):
    claim = actions.claim_through_steward(entry, "Ik.", by=noor)
    url = f"/organisaties/beheer/verzoek/{claim.pk}/"
    assert as_member(bram).post(url, {"answer": "yes"}).status_code == 404


def test_twice_decided_is_decided_once(noor, fatima, entry):
    claim = actions.claim_through_steward(entry, "Ik.", by=noor)
    actions.grant(claim, by=fatima)
    with pytest.raises(actions.ClaimIsOver):
        actions.refuse(claim, by=fatima)


def test_who_comes_second_is_no_coordinator_and_the_first_hears_it(noor, bram, fatima, mila, entry):
    add_editor(entry.organisation, noor, by=mila, coordinator=True)
    actions.grant(actions.claim_through_steward(entry, "Ook ik.", by=bram), by=fatima)

    assert not Editor.objects.get(member=bram).coordinator
    assert Notification.objects.filter(to=noor, key="directory.editor_joined").exists()


def test_asking_again_is_one_request(noor, entry):
    first = actions.claim_by_letter(entry, by=noor)
    again = actions.claim_through_steward(entry, "Toch zo.", by=noor)
    assert first.pk == again.pk
    assert Claim.objects.count() == 1


def test_a_guest_is_led_to_the_entrance(client, entry):
    assert client.get(page(entry)).url.startswith("/inloggen/")


def test_trying_all_day_stops(as_member, noor, entry):
    client = as_member(noor)
    for _time in range(14):
        ask(client, entry, "steward", words="Nog een keer.")
    assert (
        "Je probeerde dit vandaag al vaak"
        in client.post(page(entry), {"way": "steward", "words": "x"}).content.decode()
    )


def test_who_leaves_takes_their_requests_along(noor, entry):
    actions.claim_through_steward(entry, "Ik.", by=noor)
    leave(noor, by=noor)
    assert not Claim.objects.exists()


def test_proposing_an_organisation_waits_for_a_steward(as_member, noor, fatima, mila, waterdrecht):
    as_member(noor).post(
        "/organisaties/aanmelden/", {"name": "Breiclub", "line": "Breien", "words": "Ik brei."}
    )
    url = "/organisaties/breiclub/"
    assert as_member(noor).get(url).status_code == 404
    assert "Breiclub" in as_member(mila).get("/organisaties/beheer/").content.decode()

    # By the rules of the start the manager decides, not the steward.
    assert as_member(fatima).post(f"{url}toelaten/").status_code == 403
    as_member(mila).post(f"{url}toelaten/")
    assert as_member(noor).get(url).status_code == 200


def test_the_rules_say_who_decides(as_member, fatima, mila, noor, waterdrecht):
    actions.propose(waterdrecht, name="Breiclub", line="", words="", by=noor)
    sent = {"text": "Alleen zorg en welzijn.", "decides": "steward", "rhythm": 3}
    as_member(mila).post("/organisaties/beheer/toelating/", sent)

    assert "Alleen zorg en welzijn." in as_member().get("/organisaties/toelating/").content.decode()
    assert as_member(fatima).post("/organisaties/breiclub/toelaten/").status_code == 302
    assert as_member(noor).get("/organisaties/breiclub/").status_code == 200


def test_a_name_never_becomes_a_page_of_ours(waterdrecht, noor):
    for name in ("Beheer", "Balie", "Toelating"):
        entry = actions.propose(waterdrecht, name=name, line="", words="", by=noor)
        assert entry.organisation.slug == f"{name.lower()}-2"


@pytest.mark.parametrize("typed", [{}, {"name": "<b>", "line": "x", "words": "y"}, {"name": "A"}])
def test_an_odd_proposal_is_asked_again(as_member, noor, waterdrecht, typed):
    assert as_member(noor).post("/organisaties/aanmelden/", typed).status_code == 422


def test_who_lost_the_mail_asks_again_and_gets_another(as_member, noor, entry):
    client = as_member(noor)
    ask(client, entry, "mail", mail="noro@voedselbank.example")
    ask(client, entry, "mail", mail="noor@voedselbank.example")

    _typo, right = Message.objects.filter(category="directory").order_by("pk")
    assert right.address == "noor@voedselbank.example"
    url = re.search(r"http://\S+(/organisaties/claim/\S+)", right.text)[1]
    client.post(url)
    assert may_speak_for(noor, entry.organisation)
