"""Meeting people: greet, make active, read a code aloud; and who may not."""

import pytest

from plein.foundation.accounts.models import Account, SignInCode
from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.communities.tests.test_sign_in import is_in
from plein.foundation.outbox.models import Message
from plein.testing.cast import give, make_member


def test_fatima_greets_nadia_with_one_tap(as_member, fatima, nadia):
    page = as_member(fatima).get(f"/mensen/{nadia.pk}/begroeten/").content.decode()
    assert "Dag Nadia" in page

    as_member(fatima).post(
        f"/mensen/{nadia.pk}/begroeten/", {"words": "Welkom Nadia!", "terug": "/dagstart/"}
    )

    nadia.refresh_from_db()
    assert nadia.is_greeted
    assert nadia.greeted_by == fatima
    mail = Message.objects.get()
    assert mail.address == nadia.account.email
    assert "Welkom Nadia!" in mail.text
    assert mail.subject == "Fatima zegt hallo"


def test_greeting_twice_changes_nothing(fatima, mila, nadia):
    actions.greet(nadia, by=fatima, words="Welkom!")
    actions.greet(nadia, by=mila, words="Welkom!")

    nadia.refresh_from_db()
    assert nadia.greeted_by == fatima
    assert Message.objects.count() == 1


def test_without_words_nothing_is_sent(fatima, nadia):
    actions.greet(nadia, by=fatima)
    assert Message.objects.count() == 0


def test_the_audit_tells_who_greeted_whom_but_not_the_words(fatima, nadia):
    actions.greet(nadia, by=fatima, words="Geheim")

    line = Record.objects.get(key="communities.member.greeted")
    assert (line.by_id, line.about_id) == (fatima.pk, nadia.pk)
    assert "Geheim" not in str(line.values)


def test_a_stranger_and_a_neighbour_may_not_greet(client, as_member, noor, nadia, joost):
    page = f"/mensen/{nadia.pk}/begroeten/"
    assert client.get(page).url.startswith("/inloggen/")
    assert as_member(noor).get(page).status_code == 404
    assert as_member(joost, host="elders.testserver").get(page).status_code == 404
    assert as_member(noor).post(page, {"words": "Hoi"}).status_code == 404
    nadia.refresh_from_db()
    assert nadia.greeted_at is None


def test_a_connector_of_one_wijk_greets_only_there(as_member, molenwijk, centrum, nadia):
    karim = give(make_member("Karim", centrum), RoleName.CONNECTOR, centrum)
    assert as_member(karim).get(f"/mensen/{nadia.pk}/begroeten/").status_code == 403


def test_who_was_not_greeted_reads_what_to_do(as_member, nadia):
    page = as_member(nadia).get("/mensen/kennismaken/").content.decode()

    assert "Nog niemand heeft kennis met je gemaakt" in page
    assert "Bibliotheek" in page
    assert "Niemand komt zomaar langs." in page
    assert "Nog niemand heeft kennis" in as_member(nadia).get("/mijn/profiel/").content.decode()


def test_who_was_greeted_does_not_read_that(as_member, noor):
    assert as_member(noor).get("/mensen/kennismaken/").url == "/"


def test_an_ungreeted_member_sees_no_page_of_a_neighbour(as_member, nadia, noor):
    assert as_member(nadia).get(f"/mensen/{noor.pk}/").status_code == 404


@pytest.fixture
def sem(client, molenwijk, centrum):
    """Joined on the screen of the library, without a mailbox at hand."""
    home = str(molenwijk.pk)
    client.post("/meedoen/", {"name": "Sem", "address": "sem@voorbeeld.nl", "home": home})
    return Member.objects.get(name="Sem")


def test_fatima_makes_somebody_active_and_reads_the_code(as_member, client, fatima, sem):
    as_member(fatima).post(f"/mensen/{sem.pk}/activeren/")
    sem.refresh_from_db()
    assert sem.state == Member.State.ACTIVE

    page = as_member(fatima).post("/code-voorlezen/", {"address": "sem@voorbeeld.nl"})
    digits = page.context["digits"]

    client.post("/inloggen/code/", {"code": digits})
    assert is_in(client)


def test_somebody_can_be_met_and_made_active_in_one_tap(fatima, sem):
    actions.greet(sem, by=fatima)

    sem.refresh_from_db()
    assert sem.is_greeted
    assert sem.account.email == "sem@voorbeeld.nl"


def test_making_active_never_takes_an_account_that_is_somebodys(as_member, fatima, noor, sem):
    Member.objects.filter(pk=sem.pk).update(address=noor.account.email)

    as_member(fatima).post(f"/mensen/{sem.pk}/activeren/")

    sem.refresh_from_db()
    assert sem.state == Member.State.WAITING


def speak(as_member, by, address):
    return as_member(by).post("/code-voorlezen/", {"address": address})


def test_a_spoken_code_works_on_a_phone_that_never_asked(as_member, client, fatima, noor):
    digits = speak(as_member, fatima, noor.account.email).context["digits"]

    client.post("/inloggen/", {"address": noor.account.email})
    client.post("/inloggen/code/", {"code": digits})

    assert is_in(client)


def test_a_new_person_with_only_a_landline_joins_by_a_spoken_code(
    as_member, client, fatima, molenwijk
):
    home = str(molenwijk.pk)
    client.post("/meedoen/", {"name": "Opa", "address": "0184 413456", "home": home})
    digits = speak(as_member, fatima, "0184-413456").context["digits"]
    client.post("/inloggen/code/", {"code": digits})

    assert Account.objects.filter(phone="+31184413456").exists()
    assert is_in(client)


def test_a_spoken_code_is_written_down_and_told(as_member, fatima, noor):
    speak(as_member, fatima, noor.account.email)

    line = Record.objects.get(key="communities.code.spoken")
    assert (line.by_id, line.about_id) == (fatima.pk, noor.pk)
    assert "Fatima" in Message.objects.get(category="safety").text


def test_nobody_reads_a_code_for_who_has_a_role_above_theirs(as_member, fatima, mila):
    response = speak(as_member, fatima, mila.account.email)

    assert response.status_code == 422
    assert SignInCode.objects.count() == 0


def test_nobody_reads_a_code_for_an_operator_or_another_town(as_member, fatima, noor, joost):
    assert speak(as_member, fatima, joost.account.email).status_code == 422
    Account.objects.filter(pk=noor.account_id).update(is_operator=True)
    assert speak(as_member, fatima, noor.account.email).status_code == 422


def test_a_visit_by_spoken_code_may_not_change_how_one_signs_in(as_member, client, fatima, noor):
    digits = speak(as_member, fatima, noor.account.email).context["digits"]
    client.post("/inloggen/", {"address": noor.account.email})
    client.post("/inloggen/code/", {"code": digits})

    client.post("/mijn/profiel/wachtwoord/", {"password": "een-lang-wachtwoord-voor-proeven"})
    client.post("/mijn/profiel/adres/", {"address": "boef@voorbeeld.nl"})

    noor.account.refresh_from_db()
    assert not noor.account.has_usable_password()
    assert not SignInCode.objects.filter(address="boef@voorbeeld.nl").exists()


def test_the_page_to_read_codes_exists_only_for_who_may(client, as_member, noor, joost, fatima):
    assert client.get("/code-voorlezen/").url.startswith("/inloggen/")
    assert as_member(noor).get("/code-voorlezen/").status_code == 404
    assert as_member(fatima).get("/code-voorlezen/").status_code == 200
