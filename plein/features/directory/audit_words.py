"""Lines of the audit as people read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "directory.claim.decided": _("%(by)s decided who may keep a page"),
    "directory.claim.letter_printed": _("%(by)s printed a letter with a code"),
    "directory.claim.made": _("%(by)s wants to keep the page of an organisation"),
    "directory.contact.saved": _("%(by)s chose whom we ask at an organisation"),
    "directory.contact.stopped": _("Somebody is not asked about an organisation any more"),
    "directory.doubles.merged": _("%(by)s made one of two organisations"),
    "directory.entry.appointed": _("%(by)s chose who looks after an organisation"),
    "directory.entry.asked": _("An organisation was asked whether its page is right"),
    "directory.entry.changed": _("%(by)s changed the page of an organisation"),
    "directory.entry.confirmed": _("The page of an organisation was confirmed"),
    "directory.entry.hidden": _("%(by)s took an organisation off the map"),
    "directory.entry.not_reached": _("%(by)s called an organisation, nobody answered"),
    "directory.entry.proposed": _("%(by)s proposed an organisation"),
    "directory.entry.shown": _("%(by)s put an organisation back on the map"),
    "directory.export.asked": _("%(by)s took the list of organisations home"),
    "directory.import.done": _("%(by)s took in a list of organisations"),
    "directory.import.undone": _("%(by)s took back a list of organisations"),
    "directory.import.uploaded": _("%(by)s tried out a list of organisations"),
    "directory.campaign.sent": _("%(by)s invited organisations"),
    "directory.remark.made": _("A visitor said that something is not right"),
    "directory.remarks.handled": _("%(by)s looked at what visitors said"),
    "directory.rules.saved": _("%(by)s changed who is let in on the map"),
}
