"""A careful question to who is called: the call leads to where the answer is written down."""

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.matching.actions import inviting
from plein.bridges.matching.tests.making import ask_for_grass, suggestion
from plein.testing.cast import make_member


def test_the_call_holds_the_question_and_leads_to_its_answer(as_member, noor, fatima, molenwijk):
    piet = make_member("Piet", molenwijk, channel="phone")
    inviting.invite(suggestion(ask_for_grass(noor), piet), by=fatima, way="connector")
    dayboard.refresh(piet.town_id)
    row = MatterRow.objects.get(kind="notifications.tell", about=piet.pk)

    text = as_member(fatima).get(f"/bellijst/{row.pk}/").text

    assert "Het gaat om: Tuin" in text
    assert f"/suggesties/gevraagd/{piet.pk}/" in text


def test_other_news_leads_nowhere(as_member, fatima, noor, bram, molenwijk):
    from plein.bridges.telephone.tests.making import truus_is_answered

    row, _response = truus_is_answered(molenwijk, bram, fatima)

    assert "/suggesties/gevraagd/" not in as_member(fatima).get(f"/bellijst/{row.pk}/").text
