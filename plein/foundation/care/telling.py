"""What an organisation is told. Never which client it is about (H8)."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.care.models import Agreement
from plein.foundation.communities.letters import head_of
from plein.foundation.outbox.letters import Letter, Part
from plein.lib.formality import DUTCH, tongue


def nobody_left(agreement: Agreement) -> None:
    """Somebody has to talk with the clients whose asks stopped. Once a day at most."""
    place = agreement.place
    with translation.override(tongue(DUTCH, formal=place.formal)):
        subject = _("Nobody asks for your clients any more at %(place)s") % {"place": place.name}
        words = _(
            "Nobody of your team may ask for your clients any more on the site of %(place)s. "
            "So their asks have been closed. Will you talk about it with them? "
            "And can a colleague go on? Then call us: %(phone)s."
        ) % {"place": place.name, "phone": place.phone}
        outbox.post_letter(
            Letter(subject, head_of(place), [Part(words)]),
            to=agreement.contact_mail,
            key=f"care.nobody_left:{agreement.pk}:{timezone.now():%Y%m%d}",
            town=agreement.town_id,
            category="care",
        )
