"""What was reported here, for who handles reports."""

from plein.features.noticeboard.tests.making import make_ask
from plein.shared.moderation.models import Report


def test_who_handles_a_report_opens_what_it_is_about(as_member, noor, bram, fatima):
    post = make_ask(noor, title="Kaartjes te koop")
    as_member(bram).post(f"/melden/noticeboard.post/{post.pk}/", {"reason": "scam"})
    look = f"/melden/{Report.objects.get().pk}/bekijken/"

    assert f'href="{look}"' in as_member(fatima).get("/melden/").content.decode()
    assert as_member(fatima).get(look).url == post.get_absolute_url()
    assert as_member(bram).get(look).status_code in (403, 404)

    post.delete()
    assert "staat hier niet meer" in as_member(fatima).get(look, follow=True).content.decode()
