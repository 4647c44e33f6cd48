"""Lines of the audit as people read them. They never hold who the client is."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "care.agreement.made": _("%(by)s noted an agreement with an organisation"),
    "care.agreement.changed": _("%(by)s changed an agreement with an organisation"),
    "care.admission.made": _("%(by)s let %(on)s in as a professional, after calling back"),
    "care.role.ended": _("%(on)s is no professional here any more: nobody lets them in now"),
    "care.admission.ended": _("%(on)s is not let in as a professional any more"),
    "care.client.added": _("%(by)s put a client on the list"),
    "care.client.changed": _("%(by)s changed a client"),
    "care.client.gone": _("%(by)s noted that a client died or moved away"),
    "care.client.back_again": _("%(by)s put a client back on the list: it was a mistake"),
    "care.client.erased": _("%(by)s erased a client"),
    "care.mandate.given": _("%(by)s noted that somebody may ask for a client"),
    "care.mandate.extended": _("%(by)s noted again that somebody may ask for a client"),
    "care.mandate.ended": _("Somebody may not ask for a client any more"),
    "care.mandate.handed_over": _("%(by)s gave a client to a colleague"),
    "care.card.made": _("%(by)s made a card with a code"),
    "care.second.passed": _("%(by)s opened the list of clients with a second code"),
    "care.voice.made": _("%(by)s asked something for somebody else"),
    "care.voice.agreed": _("Somebody said yes to an ask in their name"),
    "care.voice.refused": _("Somebody said no to an ask in their name"),
    "care.voice.unheard": _("Nobody heard a yes to an ask for somebody else in time"),
}
