"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "telephone.call_back.asked": _("Somebody asked for a call"),
    "telephone.call_back.done": _("%(by)s called back"),
    "telephone.call_back.stopped": _("A call is not made any more: who asked for it is gone"),
    "telephone.call.noted": _("%(by)s noted a call"),
    "telephone.ask.noted": _("%(by)s noted an ask on the phone, with a spoken yes"),
    "telephone.talk.read": _("%(by)s read answers aloud on the phone"),
    "telephone.answer.noted": _("%(by)s wrote down what somebody answered on the phone"),
    "telephone.places.told": _("%(by)s named places that may help on the phone"),
    "telephone.caller.looked_up": _("%(by)s looked up %(on)s, who called about a worry"),
    "telephone.tidings.told": _("Somebody told that a neighbour died or moved"),
    "telephone.tidings.checked": _("%(by)s checked by phone whether somebody died or moved"),
    "telephone.worry.told": _("%(by)s noted a worry of a caller nobody knows"),
    "telephone.worry.climbed": _("A worry of a caller was not heard in time"),
    "telephone.worry.seen": _("%(by)s read whom to call about a worry"),
    "telephone.worry.heard": _("%(by)s spoke with who told a worry on the phone"),
    "telephone.list.seen": _("%(by)s opened the call list with numbers"),
}
