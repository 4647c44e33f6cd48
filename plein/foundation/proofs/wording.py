"""What a proof says: what it is, and never more than that."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.foundation.communities.models import Community
from plein.foundation.proofs.models import Proof, Rung

PICTOGRAMS = {Rung.MET: "storefront", Rung.KNOWN: "buildings", Rung.VOG: "identification-badge"}


def said(proof: Proof) -> str:
    month = date_format(proof.seen_on, "F Y")
    match proof.rung:
        case Rung.MET if proof.place:
            words = _("Seen at the matchpoint (%(place)s) in %(month)s. We checked nothing.")
            return words % {"place": proof.place, "month": month}
        case Rung.MET:
            return _("Seen at the matchpoint in %(month)s. We checked nothing.") % {"month": month}
        case Rung.KNOWN:
            name = proof.organisation.name if proof.organisation else _("an organisation")
            words = _("Known by %(name)s, we heard in %(month)s. We checked nothing ourselves.")
            return words % {"name": name, "month": month}
        case _:
            day, by = date_format(proof.seen_on, "j F Y"), proof.by.name if proof.by else ""
            if not by:
                return _("A VOG was seen on %(day)s. We keep no copy.") % {"day": day}
            words = _("%(name)s saw a VOG on %(day)s. We keep no copy.")
            return words % {"name": by, "day": day}


def asked(rung: Rung) -> str:
    """What a task asks of who helps."""
    match rung:
        case Rung.MET:
            return _("For this we would like to have seen who helps, at a matchpoint.")
        case Rung.KNOWN:
            return _("For this we ask that an organisation knows who helps, or a VOG.")
        case Rung.VOG:
            return _("For this we ask a VOG of who helps: a certificate of good conduct.")
        case _:
            return ""


def how_to_get(rung: Rung, community: Community) -> str:
    """The way there, in one or two sentences."""
    where = (community.walk_in or community.tree.town.walk_in).rstrip(". ")
    match rung:
        case Rung.MET if where:
            return _("Walk in once: %(place)s. A cup of coffee is enough.") % {"place": where}
        case Rung.MET:
            return _("Call us, then we arrange where we meet.")
        case Rung.KNOWN:
            return _("Do you already help somewhere? Tell us where, and we ask them.")
        case _:
            return _("You get one for free as a volunteer. We ask for it with you. Just show it.")
