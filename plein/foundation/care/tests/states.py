"""Pages of care that come with a code in hand."""

import re

from plein.foundation.care import actions
from plein.foundation.care.tests.fence import a_client, an_agreement
from plein.foundation.care.tests.making import make_mandate
from plein.foundation.outbox.models import Message

CODE = re.compile(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b")


def _taken_over(cast, as_member):
    an_agreement(cast)
    mandate = make_mandate(cast.bram, a_client(cast))
    return as_member(cast.noor), "/kaart/", {"code": actions.make_card(mandate, by=cast.bram)}


def _said_yes(cast, as_member):
    voice = actions.speak_for("mother", phone="+31687654321", by=cast.noor)
    actions.send_code(voice, url="/ja-zeggen/", place="Waterdrecht", by=cast.noor)
    text = Message.objects.get(address="+31687654321").text
    return as_member(None), "/ja-zeggen/", {"code": CODE.search(text).group()}


STATES = {"care/taken_over.html": _taken_over, "care/said_yes.html": _said_yes}
