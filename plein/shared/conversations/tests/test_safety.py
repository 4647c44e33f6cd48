"""Care in a talk: what a reader is told first, and what a block does (H4, H5)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.communities.actions import block, unblock
from plein.shared.conversations import actions
from plein.shared.conversations.models import Conversation
from plein.shared.notifications.models import Notification

SCAM = "Wil je 50 euro voorschieten? Kijk op http://betaal-snel.example/x"


def page_of(talk, as_member, who) -> str:
    return as_member(who).get(talk.get_absolute_url()).content.decode()


def test_first_contact_begins_with_a_kind_notice(talk, as_member, noor, bram):
    for member in (noor, bram):
        html = page_of(talk, as_member, member)
        assert "Je hoeft nooit te betalen." in html
        assert "bankgegevens" in html


def test_after_a_while_the_notice_goes(talk, as_member, noor):
    Conversation.objects.update(made_at=timezone.now() - timedelta(days=20))

    assert "bankgegevens" not in page_of(talk, as_member, noor)


def test_the_reader_is_warned_before_the_words(talk, as_member, noor, bram):
    actions.say(talk, SCAM, by=bram)

    html = page_of(talk, as_member, noor)

    assert html.index("Let op: dit bericht gaat over geld") < html.index("voorschieten")
    assert "Let op: in dit bericht staat een link" in html


def test_the_mail_warns_as_well(talk, noor, bram):
    from plein.foundation.outbox.models import Message as Mail

    actions.say(talk, SCAM, by=bram)

    text = Mail.objects.latest("id").text
    assert text.index("Let op: dit bericht gaat over geld") < text.index("voorschieten")


def test_who_wrote_it_reads_no_warning(talk, as_member, bram):
    actions.say(talk, SCAM, by=bram)

    assert "Let op" not in page_of(talk, as_member, bram)


def test_a_link_of_somebody_else_is_never_clickable(talk, as_member, noor, bram):
    actions.say(talk, SCAM, by=bram)

    assert 'href="http://betaal' not in page_of(talk, as_member, noor)


def test_block_and_report_are_one_tap_away(talk, as_member, noor):
    html = page_of(talk, as_member, noor)

    assert f'href="/gesprekken/{talk.code}/blokkeren/"' in html
    assert f'href="/melden/conversations.conversation/{talk.pk}/"' in html


def test_blocking_stops_the_talk_for_both_in_the_same_words(talk, page, as_member, noor, bram):
    as_member(noor).post(f"{page}blokkeren/", {"who": bram.pk})

    for member in (noor, bram):
        assert "Dit gesprek is gestopt." in page_of(talk, as_member, member)
    with pytest.raises(actions.ConversationIsClosed):
        actions.say(talk, "Waarom?", by=bram)


def test_a_block_looks_like_any_other_end(talk, page, as_member, noor, bram):
    def seen() -> str:
        html = page_of(talk, as_member, bram)
        return html[html.index('<section id="talk"') : html.index("talk-safety")]

    actions.close(talk, by=noor)
    closed = seen()
    Conversation.objects.update(closed_at=None)
    block(bram, by=noor)

    assert seen() == closed


def test_the_blocked_one_may_still_post_and_reads_the_same(talk, page, as_member, noor, bram):
    block(bram, by=noor)
    told = Notification.objects.count()

    answer = as_member(bram).post(page, {"text": "Hallo?"})

    assert answer.status_code == 422
    assert "Dit gesprek is gestopt." in answer.content.decode()
    assert Notification.objects.count() == told


def test_no_new_talk_begins_between_them(talk, noor, bram):
    block(bram, by=noor)

    for by in (noor, bram):
        with pytest.raises(actions.Blocked):
            actions.begin(title="x", about_url="", members=[noor, bram], first_words="y", by=by)


def test_the_blocked_one_finds_no_sign_on_the_block_page(page, as_member, noor, bram):
    block(bram, by=noor)

    html = as_member(bram).get(f"{page}blokkeren/").content.decode()

    assert "Noor blokkeren?" in html
    assert "geblokkeerd" not in html


def test_a_block_can_be_taken_back(talk, page, as_member, noor, bram):
    client = as_member(noor)
    client.post(f"{page}blokkeren/", {"who": bram.pk})
    assert "Je hebt Bram geblokkeerd" in client.get(f"{page}blokkeren/").content.decode()

    client.post(f"{page}blokkeren/", {"who": bram.pk, "take_back": "1"})

    assert actions.say(talk, "Sorry, vergissing", by=noor)


def test_only_somebody_of_the_talk_can_be_blocked_there(page, as_member, noor, fatima):
    client = as_member(noor)

    assert client.post(f"{page}blokkeren/", {"who": fatima.pk}).status_code == 404
    assert client.post(f"{page}blokkeren/", {"who": noor.pk}).status_code == 404
    assert client.post(f"{page}blokkeren/", {"who": "x"}).status_code == 404


def test_what_was_told_before_the_block_is_not_told_after_it(talk, as_member, noor, bram):
    assert "Bram schreef je" in as_member(noor).get("/berichten/").content.decode()

    block(bram, by=noor)
    assert "Bram schreef je" not in as_member(noor).get("/berichten/").content.decode()

    unblock(bram, by=noor)
    assert "Bram schreef je" in as_member(noor).get("/berichten/").content.decode()
