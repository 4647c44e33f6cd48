"""On the page of an organisation stands what it does and asks, as far as the reader may read it."""

import pytest
from django.utils import timezone

from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.models import Moment, Row
from plein.features.activities.tests.making import make_activity, next_week
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.foundation.organisations.actions import add_editor


@pytest.fixture
def koor(waterdrecht, noor, mila):
    made = make_entry(waterdrecht, "Koor De Vink").organisation
    add_editor(made, noor, by=mila)
    return made


def piece(client, organisation, **headers):
    return client.get(f"/van-organisatie/{organisation.pk}/", headers=headers)


def text(response):
    return response.content.decode()


def test_its_activities_and_posts_stand_on_its_page_soonest_first(as_member, koor, noor):
    make_offer(noor, title="Wij zingen aan huis", organisation=koor)
    make_activity(noor, title="Open avond", organisation=koor, first_day=next_week())
    make_activity(noor, title="Doe mee met het koor", organisation=koor, first_day=None)
    make_activity(noor, title="Van Noor zelf")
    index_town(koor.town_id)

    html = text(piece(as_member(), koor))

    places = [html.index(each) for each in ("Open avond", "Doe mee", "Wij zingen")]
    assert places[0] == min(places)
    assert "Van Noor zelf" not in html
    page = text(as_member().get("/organisaties/koor-de-vink/"))
    assert f'data-hx-get="/van-organisatie/{koor.pk}/"' in page


def test_on_the_page_itself_the_first_few_stand_with_a_way_to_all(as_member, koor, noor):
    for number in range(10):
        make_offer(noor, title=f"Lied {number} voor jou", organisation=koor)
    index_town(koor.town_id)

    part = text(piece(as_member(), koor, **{"HX-Request": "true"}))

    assert part.strip().startswith("<section")
    assert part.count("<li>") == 8
    assert "Toon alle 10" in part
    assert text(piece(as_member(), koor)).count("voor jou</a>") == 10


def test_what_is_for_members_only_stands_there_for_them_only(as_member, koor, noor, bram, nadia):
    make_ask(noor, title="Kanarie zoekt zanger", organisation=koor)
    index_town(koor.town_id)

    assert "Kanarie" not in text(piece(as_member(), koor))
    assert "Kanarie" not in text(piece(as_member(nadia), koor))
    assert "Kanarie" in text(piece(as_member(bram), koor))


def test_what_is_over_or_cancelled_is_gone(as_member, koor, noor):
    over = make_activity(noor, title="Vorig seizoen", organisation=koor)
    off = make_activity(noor, title="Afgelaste avond", organisation=koor)
    index_town(koor.town_id)
    Moment.objects.filter(row=over.pk).update(starts_at=timezone.now() - timezone.timedelta(days=9))
    Row.objects.filter(pk=off.pk).update(status="cancelled")

    html = text(piece(as_member(), koor))

    assert "Vorig seizoen" not in html
    assert "Afgelaste" not in html
    assert "op dit moment niets op de site" in html
    assert not text(piece(as_member(), koor, **{"HX-Request": "true"})).strip()


def test_an_organisation_off_the_map_or_elsewhere_has_no_piece(as_member, koor, joost):
    index_town(koor.town_id)
    assert piece(as_member(joost, host="elders.testserver"), koor).status_code == 404
    koor.hidden_at = timezone.now()
    koor.save(update_fields=["hidden_at"])
    index_town(koor.town_id)
    assert piece(as_member(), koor).status_code == 404
    assert "van-organisatie" not in text(as_member().get("/organisaties/koor-de-vink/"))


def test_the_count_of_questions_stays_the_same(
    as_member, koor, noor, django_assert_max_num_queries
):
    for number in range(12):
        make_offer(noor, title=f"Lied {number}", organisation=koor)
    index_town(koor.town_id)
    client = as_member(noor)
    piece(client, koor)
    with django_assert_max_num_queries(9):
        piece(client, koor)
