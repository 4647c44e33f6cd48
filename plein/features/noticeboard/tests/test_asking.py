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
