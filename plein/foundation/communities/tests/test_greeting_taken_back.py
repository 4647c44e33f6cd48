"""A greeting that was a mistake is taken back: private asks close again, and stay closed."""

import pytest

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.actions.greeting import KeepsGreeting
from plein.foundation.communities.models import Member, RoleName
from plein.testing.cast import give, make_member


def back(member):
    return f"/mensen/{member.pk}/begroeten/terug/"


def test_a_connector_takes_a_greeting_back(as_member, fatima, bram):
    browser = as_member(fatima)
    assert "Het kennismaken terugnemen" in browser.get(f"/mensen/{bram.pk}/begroeten/").text

    page = browser.post(back(bram), follow=True).text

    bram.refresh_from_db()
    assert not bram.is_greeted
    assert bram.greeted_by is None
    assert "teruggenomen" in page
    line = Record.objects.get(key="communities.member.greeting_taken")
    assert (line.by_id, line.about_id) == (fatima.pk, bram.pk)


def test_who_lost_it_reads_whom_to_speak_to(as_member, fatima, bram):
    actions.take_greeting_back(bram, by=fatima)
    page = as_member(bram).get("/mensen/kennismaken/").text
    assert "We willen je eerst spreken" in page
    assert "0184-555 010" in page
    assert "Niemand komt zomaar langs" not in page


def test_it_stays_shut_until_somebody_means_to_open_it(as_member, fatima, bram):
    """Not in the row of people to greet, not by a call or a sitting that greets by the way."""
    actions.take_greeting_back(bram, by=fatima)

    assert bram not in Member.objects.to_greet()
    assert not actions.greet(bram, by=fatima).is_greeted

    browser = as_member(fatima)
    assert "is teruggenomen" in browser.get(f"/mensen/{bram.pk}/begroeten/").text
    browser.post(f"/mensen/{bram.pk}/begroeten/", {"words": ""})
    bram.refresh_from_db()
    assert bram.is_greeted
    assert bram.greeting_taken_at is None


def test_taking_back_twice_or_of_who_has_none_changes_nothing(fatima, bram, nadia):
    actions.take_greeting_back(bram, by=fatima)
    actions.take_greeting_back(bram, by=fatima)
    actions.take_greeting_back(nadia, by=fatima)
    assert Record.objects.filter(key="communities.member.greeting_taken").count() == 1
    assert nadia in Member.objects.to_greet()


def test_somebody_with_a_role_keeps_it(as_member, fatima, mila):
    page = as_member(fatima).post(back(mila), follow=True).text
    mila.refresh_from_db()
    assert mila.is_greeted
    assert "heeft een rol" in page


def test_nobody_takes_their_own_back(fatima):
    with pytest.raises(KeepsGreeting):
        actions.take_greeting_back(fatima, by=fatima)


def test_a_guest_a_neighbour_and_another_wijk_may_not(
    client, as_member, noor, bram, joost, molenwijk, centrum
):
    there = give(make_member("Wil", centrum), RoleName.CONNECTOR, centrum)

    assert client.post(back(bram)).status_code == 302
    assert as_member(noor).post(back(bram)).status_code == 404
    assert as_member(joost, host="elders.testserver").post(back(bram)).status_code == 404
    assert as_member(there).post(back(bram)).status_code == 403
    bram.refresh_from_db()
    assert bram.is_greeted
