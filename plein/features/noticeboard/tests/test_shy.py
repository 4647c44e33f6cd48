"""A shy ask: the asker picks who may know, and opens a name step by step (HELP-12)."""

import pytest

from plein.features.noticeboard import actions, few, shy
from plein.features.noticeboard.listings import listing
from plein.features.noticeboard.models import Contact, Look, Match, Opening, Post
from plein.features.noticeboard.tests.making import agreed, make_ask, make_offer
from plein.foundation.care.tests.making import admit, make_agreement
from plein.foundation.outbox.models import Message
from plein.foundation.places.models import Area
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.actions import choose, send_daily
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

pytestmark = pytest.mark.django_db
CHECK = "/prikbord/vragen/controleer/"


@pytest.fixture
def ask(noor):
    return make_ask(noor, known_to="connectors")


@pytest.fixture
def pair(ask, bram):
    return actions.respond(ask, "Ik kan dinsdag.", by=bram)


def talk(pair, more=""):
    return f"/prikbord/afspraak/{pair.conversation.code}/{more}"


def text(client, url):
    return client.get(url, follow=True).content.decode()


def reads(as_member, pair, bram) -> str:
    """All that the helper can open around this ask."""
    here = pair.conversation.get_absolute_url()
    urls = [pair.post.get_absolute_url(), here, f"{here}blokkeren/", talk(pair)]
    urls += ["/gesprekken/", "/mijn/"]
    return "".join(text(as_member(bram), url) for url in urls)


def test_the_name_is_nowhere_until_it_is_opened(as_member, ask, pair, noor, bram):
    actions.propose(pair, "dinsdag", "bij de bibliotheek", by=noor)
    actions.confirm(pair, by=bram)
    seen = reads(as_member, pair, bram) + text(as_member(bram), talk(pair, "kaart/"))
    told = Notification.objects.filter(to=bram)

    assert "Iemand uit Waterdrecht" in seen
    assert "Noor" not in seen
    assert str(noor.pk) not in seen
    assert not any("Noor" in f"{one.subject} {one.text}" for one in told)
    assert "Noor" not in str(listing(Post.objects.complete().get()))
    assert Match.objects.get().is_agreed


def test_an_ordinary_ask_shows_the_name_as_before(as_member, noor, bram):
    post = make_ask(noor)

    assert "Noor" in text(as_member(bram), post.get_absolute_url())


def test_step_by_step_to_one_helper_and_back_at_once(as_member, ask, pair, noor, bram):
    mine = as_member(noor)
    early = mine.post(talk(pair, "laten-zien/"), {"what": "address", "words": "Molenkade 4"})
    mine.post(talk(pair, "laten-zien/"), {"what": "name"})
    mine.post(talk(pair, "laten-zien/"), {"what": "address", "words": "Molenkade 4"})
    open_now = reads(as_member, pair, bram)

    mine.post(talk(pair, "laten-zien/terug/"), {"what": "name"})
    after = reads(as_member, pair, bram)

    assert early.status_code == 422
    assert "Noor" in open_now
    assert "Molenkade 4" in open_now
    assert "Noor" not in after
    assert "Molenkade" not in after
    assert not Opening.objects.exclude(words="").exists()


def test_the_log_says_what_was_shown_to_whom_and_who_looked(as_member, ask, pair, noor, bram):
    actions.open_to(pair, "name", by=noor)
    actions.open_to(pair, "phone", "06 11", by=noor)
    text(as_member(bram), talk(pair))
    text(as_member(bram), talk(pair))
    actions.take_back(pair, "phone", by=noor)

    page = text(as_member(noor), talk(pair, "laten-zien/"))

    assert "Mijn voornaam: laten zien aan Bram" in page
    assert "Mijn telefoonnummer: teruggehaald van Bram" in page
    assert "Bram keek" in page
    assert Look.objects.count() == 1


def test_to_one_helper_at_a_time(ask, pair, noor, fatima):
    other = actions.respond(ask, "Ik ook", by=fatima)
    actions.open_to(pair, "name", by=noor)

    with pytest.raises(actions.OpenToSomebodyElse):
        actions.open_to(other, "name", by=noor)
    actions.take_back(pair, by=noor)
    actions.open_to(other, "name", by=noor)

    assert Opening.objects.standing().get().response == other


def test_on_an_ordinary_ask_an_address_can_be_shown_as_well(as_member, noor, bram):
    pair = agreed(make_ask(noor), bram)

    actions.open_to(pair, "address", "Molenkade 4", by=noor)

    assert "Molenkade 4" in text(as_member(bram), talk(pair))


def test_only_the_asker_opens_and_nobody_else_reads(as_member, pair, noor, bram, fatima, joost):
    actions.open_to(pair, "name", by=noor)
    actions.open_to(pair, "address", "Molenkade 4", by=noor)
    url = talk(pair, "laten-zien/")

    for member in (bram, fatima):
        assert as_member(member).get(url).status_code == 404
        assert as_member(member).post(f"{url}terug/").status_code == 404
    assert as_member().get(url).status_code == 302
    assert as_member(joost).get(url).status_code in (302, 404)
    assert as_member(fatima).get(talk(pair)).status_code == 404
    assert Opening.objects.standing().count() == 2


@pytest.mark.parametrize("what", ["paspoort", "", "name;phone"])
def test_odd_things_are_not_opened(as_member, pair, noor, what):
    answer = as_member(noor).post(talk(pair, "laten-zien/"), {"what": what, "words": "x"})

    assert answer.status_code == 404
    assert not Opening.objects.exists()


def test_on_an_offer_there_is_nothing_to_open(as_member, noor, bram):
    pair = actions.respond(make_offer(bram), by=noor)

    assert as_member(bram).get(talk(pair, "laten-zien/")).status_code == 404


def test_who_steps_back_reads_nothing_any_more(ask, pair, noor, bram):
    actions.open_to(pair, "name", by=noor)
    actions.open_to(pair, "address", "Molenkade 4", by=noor)

    actions.withdraw(pair, by=bram)

    pair.conversation.refresh_from_db()
    assert pair.conversation.veiled == noor
    assert not Opening.objects.standing().exists()


def test_who_keeps_away_from_somebody_without_a_name(as_member, ask, pair, noor, bram):
    url = f"{pair.conversation.get_absolute_url()}blokkeren/"

    page = as_member(bram).post(url, {"who": ""}, follow=True).content.decode()

    assert "Noor" not in page
    assert as_member(bram).get(ask.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("known_to", "who"), [
    ("connectors", {"fatima", "mila"}), ("hosts", {"hanna"}), ("outside", {"fatima"}),
])  # fmt: skip
def test_only_whom_the_asker_picked_may_know_and_call(
    as_member, waterdrecht, molenwijk, noor, fatima, mila, known_to, who
):
    hanna = give(make_member("Hanna", molenwijk), "host", waterdrecht)
    near = give(make_member("Nelly", molenwijk), "connector", waterdrecht)
    ask = make_ask(noor, known_to=known_to)
    team = {"fatima": fatima, "mila": mila, "hanna": hanna, "near": near}
    who = who | {"near"} if known_to == "connectors" else who

    assert {name for name, one in team.items() if shy.may_know(ask, one)} == who
    page = text(as_member(near), f"{ask.get_absolute_url()}bellen/")
    assert ("Noor" in page) is ("near" in who)
    assert Look.objects.filter(by=near).exists() is ("near" in who)


def test_only_whom_there_is_can_be_picked(as_member, noor, fatima, molenwijk):
    assert shy.choices(noor, molenwijk) == ["connectors", "outside"]


def test_the_place_is_named_only_where_fifty_people_live(molenwijk, noor, waterdrecht):
    assert shy.place_for(molenwijk) == waterdrecht
    for people_there, place in ((49, waterdrecht), (50, molenwijk)):
        area = Area.objects.create(
            code=f"W{people_there}", name="x", outline={}, lat=52, lon=5, inhabitants=people_there
        )
        molenwijk.area = area
        assert shy.place_for(molenwijk).pk == place.pk
    assert few.crowd(50)
    assert not few.crowd(49)


def test_an_offer_or_an_ask_of_an_organisation_is_never_shy(noor):
    assert not make_offer(noor, known_to="connectors").is_shy


def fill_in(client, **last):
    client.post("/prikbord/vragen/", {"theme": "boodschappen-koken"})
    client.post("/prikbord/vragen/wat/", {"title": "Wie haalt brood?"})
    client.post("/prikbord/vragen/wanneer/", {"when": "any"})
    client.post("/prikbord/vragen/waar/", {"task_class": "door"})
    page = client.get(CHECK)
    key = page.context["form_key"]
    return page.content.decode(), client.post(
        CHECK, {"form_key": key, "audience": "members", **last}
    )


def test_in_the_wizard_it_is_one_choice_that_may_be_left_alone(as_member, noor, fatima):
    page, _answer = fill_in(as_member(noor))

    assert "Liever zonder je naam?" in page
    assert not Post.objects.get().is_shy


def test_in_the_wizard_somebody_picks_who_may_know(as_member, noor, bram, fatima):
    _page, wrong = fill_in(as_member(noor), known_to="iedereen")
    assert wrong.status_code == 422

    as_member(noor).post(CHECK, {"audience": "members", "known_to": "outside", "form_key": ""})

    post = Post.objects.get()
    assert post.known_to == "outside"
    assert "Noor" not in text(as_member(bram), post.get_absolute_url())


def test_nothing_to_ask_but_contact_is_a_tile(as_member, noor):
    client = as_member(noor)
    first = text(client, "/prikbord/vragen/")

    client.post("/prikbord/vragen/", {"theme": "contact"})
    next_page = text(client, "/prikbord/vragen/wat/")

    assert "Niets te vragen, wel graag contact" in first
    assert "wil graag contact met een buur" in next_page
    assert "Niets te vragen" not in text(client, "/prikbord/aanbieden/")


@pytest.fixture
def big(molenwijk):
    """Three thousand people: enough of every age up to the nineties."""
    area = Area.objects.create(
        code="W3000", name="Molenwijk", outline={}, lat=52, lon=5, inhabitants=3000
    )
    molenwijk.area = area
    molenwijk.save()
    return molenwijk


@pytest.fixture
def petra(mila, centrum):
    pro = give(make_member("Petra", centrum), "professional", mila.town)
    return admit(make_agreement(mila), pro, mila)


def test_a_professional_who_was_let_in_can_be_the_one_who_knows_and_calls(
    as_member, noor, petra, fatima, centrum, waterdrecht, molenwijk
):
    stranger = give(make_member("Nietgezien", centrum), "professional", waterdrecht)
    ask = make_ask(noor, known_to="pros")
    url = f"{ask.get_absolute_url()}bellen/"
    before = text(as_member(fatima), url)

    assert "pros" in shy.choices(noor, molenwijk)
    assert [one for one in (petra, stranger, fatima) if shy.may_know(ask, one)] == [petra]
    assert "Petra" in before
    assert "Noor" not in before
    assert "Noor wacht" in text(as_member(petra), url)
    assert f'href="{url}"' in text(as_member(petra), ask.get_absolute_url())
    assert as_member(stranger).get(url).status_code == 404
    as_member(petra).post(url, {"result": "reached"})
    assert Contact.objects.get().by == petra


def test_without_professionals_nobody_can_pick_them(noor, molenwijk, fatima):
    assert "pros" not in shy.choices(noor, molenwijk)


def test_who_may_know_can_be_picked_again(as_member, noor, bram, fatima):
    ask = make_ask(noor)
    url = f"{ask.get_absolute_url()}wie-weet-het/"
    page = text(as_member(noor), ask.get_absolute_url())

    as_member(noor).post(url, {"known_to": "connectors"})
    hidden = text(as_member(bram), ask.get_absolute_url())
    as_member(noor).post(url, {"known_to": "outside"})
    again = Post.objects.get().known_to
    as_member(noor).post(url, {"known_to": "readers"})

    assert f'href="{url}"' in page
    assert "Noor" not in hidden
    assert again == "outside"
    assert "Noor" in text(as_member(bram), ask.get_absolute_url())
    assert as_member(noor).post(url, {"known_to": "iedereen"}).status_code == 422


def test_showing_the_name_to_everybody_shows_it_in_the_talks_as_well(pair, noor):
    actions.choose_who_knows(pair.post, "readers", by=noor)

    pair.conversation.refresh_from_db()
    assert pair.conversation.veiled is None


@pytest.mark.parametrize(("who", "code"), [("bram", 403), ("fatima", 403), ("joost", 302)])
def test_nobody_else_picks_for_the_asker(as_member, ask, request, who, code):
    client = as_member(request.getfixturevalue(who))

    answer = client.post(f"{ask.get_absolute_url()}wie-weet-het/", {"known_to": "readers"})

    assert answer.status_code == code
    assert Post.objects.get().is_shy


def test_a_closed_ask_and_an_offer_have_nothing_to_pick(as_member, ask, noor, bram):
    offer = make_offer(noor)
    actions.close(ask, "elsewhere", by=noor)
    urls = [f"{post.get_absolute_url()}wie-weet-het/" for post in (ask, offer)]

    codes = [as_member(noor).post(url, {"known_to": "readers"}).status_code for url in urls]

    assert codes == [422, 404]
    assert Post.objects.get(pk=ask.pk).is_shy


@pytest.mark.parametrize(("residents", "ages"), [
    (0, []), (700, []), (800, ["20", "30", "50", "60"]),
    (2380, ["20", "30", "40", "50", "60", "70"]),
    (2400, ["20", "30", "40", "50", "60", "70", "80"]), (12_600, few.SHARE_OF_AN_AGE),
])  # fmt: skip
def test_an_age_is_told_only_where_fifty_people_of_it_live(residents, ages):
    assert few.ages_in(residents) == list(ages)


def test_an_age_stands_beside_the_place(as_member, big, noor, bram):
    ask = make_ask(noor, known_to="connectors", age="80")

    assert ask.byline == "Iemand van in de tachtig uit Molenwijk"
    assert "Iemand van in de tachtig uit Molenwijk" in text(as_member(bram), ask.get_absolute_url())
    assert make_ask(noor, known_to="connectors", age="90").age == ""
    assert make_ask(noor, known_to="readers", age="80").age == ""


def test_only_ages_that_fit_are_offered(as_member, big, noor, fatima):
    page, _answer = fill_in(as_member(noor), known_to="connectors", age="70")
    ask = Post.objects.get()
    url = f"{ask.get_absolute_url()}wie-weet-het/"

    assert "in de tachtig" in page
    assert "in de negentig" not in page
    assert ask.age == "70"
    assert as_member(noor).post(url, {"known_to": "connectors", "age": "90"}).status_code == 422
    as_member(noor).post(url, {"known_to": "connectors", "age": ""})
    assert Post.objects.get().byline == "Iemand uit Molenwijk"


def test_a_mail_on_its_way_follows_the_name_that_was_taken_back(ask, pair, noor, bram, centrum):
    other = agreed(make_ask(make_member("Kees", centrum)), bram)
    actions.open_to(pair, "name", by=noor)
    conversations.say(pair.conversation, "Tot dinsdag, Noor", by=noor)
    actions.take_back(pair, by=noor)
    waiting = Message.objects.waiting().filter(member_id=bram.pk)

    mails = "".join(f"{mail.subject} {mail.text} {mail.html}" for mail in waiting)
    assert "Noor" not in mails
    assert "nieuws in je gesprek" in mails
    assert any(mail.about == other.conversation.get_absolute_url() for mail in waiting)


def test_in_the_mail_of_the_day_the_other_news_stays(ask, pair, noor, bram, centrum):
    choose(bram, rhythm="daily")
    agreed(make_ask(make_member("Kees", centrum)), bram)
    actions.open_to(pair, "name", by=noor)
    conversations.say(pair.conversation, "Tot dinsdag", by=noor)
    send_daily(bram)
    actions.take_back(pair, by=noor)
    send_daily(bram)
    waiting = Message.objects.waiting().filter(member_id=bram.pk, key__startswith="digest")

    assert "Noor" not in waiting.get().text
    assert "Kees" in waiting.get().text
