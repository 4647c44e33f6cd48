"""Pages of the board that come after a form was sent, or when something is over."""

from django.utils import timezone

from plein.features.noticeboard import actions, expiry, life
from plein.features.noticeboard.models import Draft, OnClock, VisitDraft
from plein.features.noticeboard.tests.fence import _agreed, _follow_up
from plein.features.noticeboard.tests.making import answered, make_ask, make_post
from plein.foundation.care.tests.fence import a_client
from plein.foundation.care.tests.making import make_mandate, pass_second
from plein.foundation.communities.models import Community
from plein.testing.cast import make_member

ANSWERS = {"theme": "klussen", "title": "Een lamp ophangen", "when_bits": 0, "task_class": "door"}
CHECK = "/prikbord/voor-client/controleer/"


def _visit_draft(member, **more):
    VisitDraft.objects.filter(member=member).delete()
    VisitDraft.objects.create(town=member.town, member=member, **{"answers": ANSWERS} | more)


def _nurse_checks(cast, as_member, **said):
    client = a_client(cast)
    mandate = make_mandate(cast.bram, client, **said)
    _visit_draft(cast.bram, client=client.pk)
    return pass_second(as_member(cast.bram), cast.bram), mandate


def _behalf_check(cast, as_member):
    return _nurse_checks(cast, as_member)[0], CHECK


def _behalf_used(cast, as_member):
    """It was for one ask only, and that one stands already."""
    nurse, mandate = _nurse_checks(cast, as_member, scope="one")
    actions.publish_for_client(_wanted(cast), mandate, by=cast.bram)
    _visit_draft(cast.bram, client=mandate.client_id)
    return nurse, CHECK, {"form_key": "een-keer-te-veel"}


def _wanted(cast):
    theme = make_post(cast.noor, kind="offer").theme
    return actions.Wanted(kind="ask", theme=theme, title="Een lamp ophangen")


def _may_not_post(cast, as_member):
    """A place where only people write whom somebody has met."""
    Community.objects.filter(pk=cast.molenwijk.pk).update(posting="greeted")
    newcomer = make_member("Hilde", cast.molenwijk, greeted=False)
    Draft.objects.create(
        town=cast.waterdrecht, community=cast.molenwijk, member=newcomer, kind="ask",
        answers=ANSWERS,
    )  # fmt: skip
    url = "/prikbord/vragen/controleer/"
    return as_member(newcomer), url, {"audience": "members", "known_to": "readers"}


def _place_rests(cast, as_member):
    OnClock.objects.update(away_from=timezone.localdate())
    return as_member(cast.noor), "/prikbord/vragen/"


def _post_closed(cast, as_member):
    post = make_ask(cast.noor, audience="public")
    actions.close(post, "arranged", by=cast.noor)
    return as_member(None), post.get_absolute_url()


def _call_by_another(cast, as_member):
    """Only the hosts may know who asks; a connector reads whom to ask."""
    post = make_ask(cast.noor, known_to="hosts")
    return as_member(cast.fatima), f"{post.get_absolute_url()}bellen/"


def _concern_told(cast, as_member):
    url = f"/prikbord/afspraak/{_agreed(cast)['code']}/vertellen/"
    return as_member(cast.noor), url, {"kind": "worry", "about": "alone"}


def _followed_up(cast, as_member):
    url = f"/prikbord/hoe-ging-het/{life.key_for(_follow_up(cast))}/"
    return as_member(None), url, {"answer": "well"}


def _still_needed(cast, as_member, answer=None):
    post = make_ask(cast.noor)
    url = f"/prikbord/nog-nodig/{expiry.key_for(post)}/"
    if answer is None:
        actions.close(post, "arranged", by=cast.noor)
        return as_member(None), url
    return as_member(None), url, answer


def _reported(cast, as_member):
    post = make_ask(cast.noor, audience="public")
    return as_member(cast.bram), f"/melden/noticeboard.post/{post.pk}/", {"reason": "other"}


def _waiting_teaser(cast, as_member):
    post = make_ask(cast.noor)
    answered(post, cast.bram)
    return as_member(cast.noor), post.get_absolute_url()


STATES = {
    "noticeboard/behalf_check.html": _behalf_check,
    "noticeboard/behalf_used.html": _behalf_used,
    "noticeboard/may_not_post.html": _may_not_post,
    "noticeboard/place_rests.html": _place_rests,
    "noticeboard/post_closed.html": _post_closed,
    "noticeboard/call_by_another.html": _call_by_another,
    "noticeboard/concern_told.html": _concern_told,
    "noticeboard/follow_up_over.html": lambda cast, as_member: (
        as_member(None),
        "/prikbord/hoe-ging-het/oude-sleutel/",
    ),
    "noticeboard/follow_up_thanks.html": _followed_up,
    "noticeboard/still_needed_over.html": _still_needed,
    "noticeboard/still_needed_thanks.html": lambda cast, as_member: _still_needed(
        cast, as_member, {"answer": "yes"}
    ),
    "noticeboard/post.html": _waiting_teaser,
    "moderation/thanks.html": _reported,
}
