"""Pages of the telephone that come after a form was sent, or when nobody answers."""

from django.utils import timezone

from plein.bridges.telephone.tests.fence import _talk
from plein.features.noticeboard.models import OnClock


def _noted(_cast, as_member):
    return as_member(None), "/bel-mij-terug/", {"phone": "0612345678"}


def _gone_told(_cast, as_member):
    said = {"because": "died", "who": "Ans de Boer", "teller": "Piet", "phone": "0612345678"}
    return as_member(None), "/overleden-of-verhuisd/", said


def _nobody(_cast, as_member):
    OnClock.objects.update(away_from=timezone.localdate())
    return as_member(None), "/bel-mij-terug/"


def _letter(cast, as_member):
    return as_member(cast.fatima), f"/bellijst/{_talk(cast)['key']}/brief/"


STATES = {
    "telephone/noted.html": _noted,
    "telephone/gone_told.html": _gone_told,
    "telephone/nobody.html": _nobody,
    "telephone/letter.html": _letter,
}
