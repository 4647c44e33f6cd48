"""Asking: from the first tile to the board."""

from plein.features.noticeboard.models import Draft, Post

WHAT = {"title": "Wie doet mee met boodschappen?", "text": ""}


def walk(client, kind="vragen", *, what=None):
    """All questions, up to the check page."""
    client.post(f"/prikbord/{kind}/", {"theme": "boodschappen-koken"})
    client.post(f"/prikbord/{kind}/wat/", what or WHAT)
    client.post(f"/prikbord/{kind}/wanneer/", {"when": "daytime"})
    return client.post(f"/prikbord/{kind}/waar/", {"task_class": "door"}, follow=True)


def publish(client, kind="vragen", audience="members", **more):
    return client.post(f"/prikbord/{kind}/controleer/", {"audience": audience, **more})


def test_a_neighbour_asks_in_five_questions(as_member, noor):
    client = as_member(noor)

    walk(client)
    page = publish(client)

    post = Post.objects.get()
    assert (post.author, post.kind, post.title) == (noor, "ask", WHAT["title"])
    assert (post.task_class, post.community, post.door) == ("door", noor.home, "screen")
    assert page.url == f"/prikbord/boodschappen-{post.code}/klaar/"


def test_an_offer_is_as_easy(as_member, bram):
    client = as_member(bram)

    walk(client, "aanbieden", what={"title": "Ik rijd graag een stukje"})
    publish(client, "aanbieden", audience="public")

    assert Post.objects.get().kind == "offer"
    assert not Draft.objects.exists()


def test_every_answer_is_kept_and_nothing_is_asked_twice(as_member, noor):
    client = as_member(noor)
    client.post("/prikbord/vragen/", {"theme": "tuin"})
    client.post("/prikbord/vragen/wat/", WHAT)

    again = client.get("/prikbord/vragen/controleer/")

    assert again.url == "/prikbord/vragen/wanneer/"
    assert Draft.objects.get().answers["title"] == WHAT["title"]
    assert WHAT["title"] in client.get("/prikbord/vragen/wat/").content.decode()


def test_going_back_and_changing_one_answer_keeps_the_rest(as_member, noor):
    client = as_member(noor)
    walk(client)

    page = client.post("/prikbord/vragen/waar/", {"task_class": "inside"})

    assert page.url == "/prikbord/vragen/controleer/"
    assert Draft.objects.get().answers["title"] == WHAT["title"]


def test_each_page_asks_one_question_and_says_how_far_one_is(as_member, noor):
    client = as_member(noor)
    walk(client)

    for number, path in enumerate(["", "wat/", "wanneer/", "waar/", "controleer/"], 1):
        text = client.get(f"/prikbord/vragen/{path}").content.decode()
        assert text.count("<h1") == 1
        assert f"Vraag {number} van 5" in text
        assert "0184-555 010" in text


def test_asking_needs_at_most_six_answers(as_member, noor):
    from plein.features.noticeboard.views.asking import FORMS

    required = [
        name
        for form in FORMS.values()
        for name, field in form.base_fields.items()
        if field.required
    ]

    assert len(set(required)) <= 6


def test_an_example_fills_the_sentence_without_javascript(as_member, noor):
    client = as_member(noor)
    client.post("/prikbord/vragen/", {"theme": "tuin"})
    page = client.get("/prikbord/vragen/wat/").content.decode()
    assert page.count('name="example"') == 3

    text = client.post(
        "/prikbord/vragen/wat/", {"example": "Wie snoeit mijn heg?"}
    ).content.decode()

    assert 'value="Wie snoeit mijn heg?"' in text
    assert "title" not in Draft.objects.get().answers


def test_days_can_be_chosen_one_by_one(as_member, noor):
    client = as_member(noor)
    client.post("/prikbord/vragen/", {"theme": "tuin"})
    client.post("/prikbord/vragen/wat/", WHAT)

    slots = {"slots": ["monday-morning", "tuesday-evening"], "by_grid": "1", "again": "on"}
    client.post("/prikbord/vragen/wanneer/", slots)

    answers = Draft.objects.get().answers
    assert answers["when_bits"] == 0b100001
    assert answers["again"] is True


def test_publishing_twice_makes_one_ask(as_member, noor):
    client = as_member(noor)
    walk(client)

    first = publish(client, form_key="abcdefghijklmnopqrstuv")
    walk(client)
    second = publish(client, form_key="abcdefghijklmnopqrstuv")

    assert Post.objects.count() == 1
    assert second.url == first.url


def test_a_wrong_answer_is_explained_and_what_was_typed_stays(as_member, noor):
    client = as_member(noor)
    client.post("/prikbord/vragen/", {"theme": "tuin"})

    page = client.post("/prikbord/vragen/wat/", {"title": "", "text": "Dit blijft staan"})

    assert page.status_code == 422
    assert "Dit blijft staan" in page.content.decode()
    assert "Schrijf in 1 zin waar het over gaat" in page.content.decode()


def test_a_theme_of_another_town_is_no_answer(as_member, noor, elders):
    from plein.foundation.taxonomy.models import Theme

    Theme.objects.create(town=elders, key="alleen-elders", names={"nl": "Elders"})

    page = as_member(noor).post("/prikbord/vragen/", {"theme": "alleen-elders"})

    assert page.status_code == 422
    assert not Draft.objects.exists()


def test_there_is_no_seventh_page(as_member, noor):
    assert as_member(noor).get("/prikbord/vragen/ziekte/").status_code == 404
