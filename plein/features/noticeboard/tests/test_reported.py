"""What was reported here, for who handles reports."""

from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.foundation.communities.models import RoleName
from plein.foundation.organisations.models import Editor, Organisation
from plein.shared.moderation.matters import open_reports
from plein.shared.moderation.models import Report
from plein.testing.cast import give


def test_who_handles_a_report_opens_what_it_is_about(as_member, noor, bram, fatima):
    post = make_ask(noor, title="Kaartjes te koop")
    as_member(bram).post(f"/melden/noticeboard.post/{post.pk}/", {"reason": "scam"})
    look = f"/melden/{Report.objects.get().pk}/bekijken/"

    assert f'href="{look}"' in as_member(fatima).get("/melden/").content.decode()
    assert as_member(fatima).get(look).url == post.get_absolute_url()
    assert as_member(bram).get(look).status_code in (403, 404)

    post.delete()
    assert "staat hier niet meer" in as_member(fatima).get(look, follow=True).content.decode()


def report(browser, post) -> Report:
    browser.post(f"/melden/noticeboard.post/{post.pk}/", {"reason": "unkind", "words": "Bah"})
    return Report.objects.get()


def test_a_connector_does_not_handle_a_report_of_their_own_offer(
    as_member, noor, bram, waterdrecht
):
    made = report(as_member(noor), make_offer(bram))
    give(bram, RoleName.CONNECTOR, waterdrecht)

    assert "Noor" not in as_member(bram).get("/melden/").content.decode()
    assert as_member(bram).post(f"/melden/{made.pk}/klaar/").status_code == 404
    assert Report.objects.open().exists()
    assert bram.pk in next(open_reports(waterdrecht.pk)).hidden_from


def test_nor_one_of_what_their_organisation_put_on_the_board(
    as_member, noor, bram, fatima, waterdrecht
):
    post = make_offer(bram)
    club = Organisation.objects.create(
        town=waterdrecht, community=waterdrecht, name="De Klup", slug="de-klup"
    )
    Editor.objects.create(town=waterdrecht, organisation=club, member=fatima)
    Post.objects.filter(pk=post.pk).update(stands_for="organisation", organisation=club)

    made = report(as_member(noor), post)

    assert as_member(fatima).post(f"/melden/{made.pk}/klaar/").status_code == 404
    assert set(made.concerns.split()) == {bram.pk.hex, fatima.pk.hex}
