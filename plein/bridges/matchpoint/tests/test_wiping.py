"""After somebody left, nothing of them is on the screen; the screen itself stays open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.matchpoint import actions, cookie
from plein.bridges.matchpoint.models import SITS_FOR, Device, Sitting
from plein.bridges.matchpoint.tests.making import ask_at, device_of, make_matchpoint, open_screen
from plein.features.noticeboard.models import Post

PAGES = ["vraag/wat/", "vraag/controleer/", "plaatje/", "mijn/", "stil/"]


@pytest.fixture
def matchpoint(mila):
    return make_matchpoint(mila)


@pytest.fixture
def screen(matchpoint, fatima):
    return open_screen(matchpoint, fatima)


def test_the_end_button_empties_the_screen_and_the_ask_stays(screen, molenwijk):
    ask_at(screen, molenwijk)
    answer = screen.post("/matchpunt/leeg/")

    assert not Sitting.objects.exists()
    assert Post.objects.filter(author__name="Truus").exists()
    assert "Truus" not in screen.get(answer.url).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_after_wiping_an_old_page_leads_to_the_start(screen, molenwijk, page):
    ask_at(screen, molenwijk)
    screen.post("/matchpunt/leeg/")

    assert screen.get(f"/matchpunt/{page}").url == "/matchpunt/"


def test_the_binding_of_the_screen_survives(screen, matchpoint):
    screen.post("/matchpunt/vraag/")
    screen.post("/matchpunt/leeg/")

    assert "Fatima" in screen.get("/matchpunt/").content.decode()
    assert device_of(matchpoint)


def test_only_who_asked_reads_that_the_ask_stays(screen, molenwijk):
    screen.post("/matchpunt/vraag/")
    begun = screen.post("/matchpunt/leeg/").url
    ask_at(screen, molenwijk)

    assert begun == "/matchpunt/?leeg=scherm"
    assert screen.post("/matchpunt/leeg/").url == "/matchpunt/?leeg=vraag"


def test_no_page_of_a_screen_is_kept_by_the_browser(screen, molenwijk):
    ask_at(screen, molenwijk)

    for page in ("", "terug/", "plaatje/", "mijn/"):
        assert "no-store" in screen.get(f"/matchpunt/{page}")["Cache-Control"], page


def test_nothing_of_the_person_is_in_a_cookie_or_session(screen, molenwijk):
    ask_at(screen, molenwijk)

    assert set(screen.cookies) <= {cookie.COOKIE, "csrftoken", "sessionid"}
    assert "Truus" not in str(screen.cookies)
    assert not dict(screen.session)


def test_bigger_letters_of_the_last_one_are_gone(screen):
    screen.cookies["plein_letters"] = "large"
    answer = screen.post("/matchpunt/leeg/")

    assert answer.cookies["plein_letters"]["max-age"] == 0
    assert "storage" in answer["Clear-Site-Data"]


def test_no_form_is_filled_in_by_the_browser_and_words_in_the_tab_go_with_the_person(screen):
    """The browser tests see it happen: journeys/test_poor_network.py, test_matchpoint.py."""
    screen.post("/matchpunt/vraag/")
    for step in ("waarmee", "wat"):
        page = screen.get(f"/matchpunt/vraag/{step}/").content.decode()
        assert 'id="wipe" data-forgets' in page
        assert "data-forget>" not in page
        assert 'autocomplete="off"' in page
        screen.post(f"/matchpunt/vraag/{step}/", {"theme": "boodschappen-koken"})


def test_after_ten_silent_minutes_nobody_sits_there(screen, molenwijk):
    ask_at(screen, molenwijk)
    assert "data-forget>" not in screen.get("/matchpunt/").content.decode()
    Sitting.objects.update(seen_at=timezone.now() - SITS_FOR - timedelta(seconds=1))

    assert screen.get("/matchpunt/mijn/").url == "/matchpunt/"
    assert "data-forget>" in screen.get("/matchpunt/").content.decode()


def test_who_is_typing_is_not_forgotten(screen):
    screen.post("/matchpunt/vraag/")
    Sitting.objects.update(seen_at=timezone.now() - SITS_FOR + timedelta(minutes=1))
    assert screen.post("/matchpunt/nog-hier/").status_code == 204

    assert Sitting.objects.get().seen_at > timezone.now() - timedelta(minutes=1)


def test_the_question_whether_you_are_there_is_no_sign_of_life(screen):
    screen.post("/matchpunt/vraag/")
    then = timezone.now() - timedelta(minutes=9)
    Sitting.objects.update(seen_at=then)
    page = screen.get("/matchpunt/stil/").content.decode()

    assert Sitting.objects.get().seen_at == then
    assert '<noscript><meta http-equiv="refresh" content="65; url=/matchpunt/">' in page


def test_without_scripts_a_page_leads_away_by_itself(screen):
    screen.post("/matchpunt/vraag/")

    page = screen.get("/matchpunt/vraag/waarmee/").content.decode()
    assert '<noscript><meta http-equiv="refresh" content="540; url=/matchpunt/stil/">' in page


def test_the_worker_forgets_what_nobody_wiped_and_screens_of_yesterday(screen):
    screen.post("/matchpunt/vraag/")
    Sitting.objects.update(seen_at=timezone.now() - timedelta(hours=1))
    Device.objects.update(until=timezone.now() - timedelta(hours=1))

    assert actions.forget_old() == 1
    assert not Device.objects.exists()


def test_the_worker_leaves_who_sits_there_now(screen):
    screen.post("/matchpunt/vraag/")

    assert actions.forget_old() == 0
    assert Sitting.objects.exists()


def test_the_next_one_begins_clean(screen, molenwijk):
    screen.post("/matchpunt/vraag/")
    screen.post("/matchpunt/vraag/waarmee/", {"theme": "boodschappen-koken"})
    screen.post("/matchpunt/leeg/")
    screen.post("/matchpunt/vraag/")

    assert Sitting.objects.get().answers == {}


def test_two_screens_of_one_matchpoint_know_nothing_of_each_other(
    screen, matchpoint, fatima, molenwijk
):
    ask_at(screen, molenwijk)
    other = open_screen(matchpoint, fatima)

    assert other.get("/matchpunt/mijn/").url == "/matchpunt/"
    other.post("/matchpunt/leeg/")
    assert "Truus" in screen.get("/matchpunt/mijn/").content.decode()
