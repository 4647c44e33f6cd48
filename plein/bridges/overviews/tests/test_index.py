"""The index: a row is always what the thing is now."""

import pytest
from django.core.management import CommandError, call_command

from plein.bridges.overviews import actions
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.sources import sources
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer
from plein.features.directory import actions as directory
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import Post
from plein.foundation import jobs
from plein.foundation.communities.models import Community
from plein.foundation.media.models import Picture
from plein.shared.moderation.picture_actions import judge, refuse


def test_what_is_published_is_found_as_soon_as_the_worker_ran(noor):
    post = make_ask(noor)
    jobs.run_pending()

    assert Row.objects.get().pk == post.pk


def test_what_changes_changes_in_the_index(noor):
    post = make_ask(noor)
    jobs.run_pending()

    board.edit(post, board.Wanted(kind="ask", theme=post.theme, title="Anders"), by=noor)
    jobs.run_pending()

    assert Row.objects.get().title == "Anders"


def test_what_is_closed_or_hidden_leaves_the_index(noor, bram):
    ask, offer = make_ask(noor), make_offer(bram)
    jobs.run_pending()

    board.close(ask, "found", by=noor)
    Post.objects.filter(pk=offer.pk).update(hidden_at=offer.made_at)
    jobs.changed("noticeboard.post", offer.pk)
    jobs.run_pending()

    assert not Row.objects.exists()


def test_a_photo_that_somebody_refused_leaves_the_cards(waterdrecht, noor, fatima):
    entry = make_entry(waterdrecht)
    one, two = (
        Picture.objects.create(town_id=waterdrecht.pk, alt=alt, width=40, height=30)
        for alt in ("een", "twee")
    )
    directory.write(entry, None, by=None, pictures=[one, two])
    jobs.run_pending()
    assert Row.objects.get().picture == one.url()

    for picture, shown in ((one, two.url()), (two, "")):
        refuse(picture, community=waterdrecht, by=noor, visitor="")
        judge(picture, stands=False, by=fatima)
        jobs.run_pending()
        assert Row.objects.get().picture == shown


def test_telling_twice_makes_one_row(noor):
    post = make_ask(noor)

    actions.remake("noticeboard.post", post.pk)
    actions.remake("noticeboard.post", post.pk)

    assert Row.objects.count() == 1


def test_the_index_can_be_made_anew_and_is_the_same(noor, bram):
    make_ask(noor), make_offer(bram)
    jobs.run_pending()
    before = list(Row.objects.order_by("pk").values())

    call_command("index_listings")

    assert list(Row.objects.order_by("pk").values()) == before


def test_one_town_can_be_made_anew(noor, joost):
    make_ask(noor), make_ask(joost)

    call_command("index_listings", "waterdrecht")

    assert set(Row.objects.values_list("town", flat=True)) == {noor.town_id}
    with pytest.raises(CommandError):
        call_command("index_listings", "atlantis")


def test_the_nightly_sweep_finds_what_is_missing_wrong_or_left_over(noor, bram):
    missing, wrong, left = make_ask(noor), make_offer(bram), make_offer(noor)
    good = make_ask(bram)
    indexed(missing, good)
    Row.objects.filter(pk=missing.pk).delete()
    Row.objects.filter(pk=wrong.pk).update(title="Oud")
    Post.objects.filter(pk=left.pk).update(closed_at=left.made_at, closing="found")

    assert set(actions.wrong("noticeboard.post")) == {missing.pk, wrong.pk, left.pk}


def test_a_private_ask_has_no_target_group_and_no_words_outside(noor):
    indexed(make_ask(noor))

    row = Row.objects.get()
    assert row.groups == ""
    assert "kanarie" in row.words
    assert "kanarie" not in row.public_words + str(row.public_title) + str(row.public_facts)


def test_the_house_opens_when_three_things_stand_behind_it(noor, molenwijk):
    for _ in range(3):
        make_ask(noor)
    jobs.run_pending()

    filled = {c.slug: c.filled for c in Community.objects.filter(town=molenwijk.town_id)}
    assert filled["molenwijk"]["noticeboard"] == 3
    assert filled["waterdrecht"]["noticeboard"] == 3
    assert not filled.get("centrum", {}).get("noticeboard")


def test_a_house_that_is_open_closes_again_and_opens_again(noor):
    posts = [make_ask(noor, title=f"Vraag {number}") for number in range(4)]
    jobs.run_pending()

    def behind():
        return Community.objects.get(pk=noor.town_id).filled["noticeboard"]

    assert behind() == 3, "enough is not counted on"
    for post in posts[:2]:
        board.close(post, "found", by=noor)
    jobs.run_pending()
    assert behind() == 2
    make_ask(noor, title="Weer een")
    jobs.run_pending()
    assert behind() == 3


def test_an_address_and_a_picture_are_never_longer_than_their_column(noor):
    post = make_ask(noor, title="t" * 80, text="w" * 1500)
    indexed(post)

    assert Row.objects.get().title == "t" * 80


def test_asks_and_offers_come_from_the_notice_board():
    assert {"ask", "offer"} <= {source.kind for source in sources()}
