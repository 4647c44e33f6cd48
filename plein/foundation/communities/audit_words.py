"""Lines of the audit as people read them. Other apps may have a file like this one."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "accounts.address.changed": _("Somebody changed how they sign in"),
    "communities.code.asked": _("%(by)s asked %(on)s about a code that was read aloud"),
    "communities.code.spoken": _("%(by)s read a code to %(on)s"),
    "communities.community.arranged": _("%(by)s changed settings of %(on)s"),
    "communities.map.drawn": _("%(by)s renewed the map of %(on)s"),
    "communities.member.activated": _("%(by)s made %(on)s active"),
    "communities.member.greeted": _("%(by)s met %(on)s"),
    "communities.member.greeting_taken": _("%(by)s took the greeting of %(on)s back"),
    "communities.member.joined": _("%(on)s joined"),
    "communities.member.left": _("%(on)s left"),
    "communities.member.moved": _("%(by)s chose another wijk"),
    "communities.member.paused": _("%(on)s takes a break"),
    "communities.member.taken_away": _("%(by)s took away somebody who never filled in a code"),
    "communities.member.unpaused": _("%(on)s is back"),
    "communities.member.waits": _("%(on)s wants to join"),
    "communities.member.pledged": _("%(on)s promised to keep what people tell"),
    "communities.member.trained": _("%(by)s noted the safety training of %(on)s"),
    "communities.part.added": _("%(by)s added %(on)s"),
    "communities.part.changed": _("%(by)s changed %(on)s"),
    "communities.profile.changed": _("%(by)s changed their profile"),
    "communities.role.ended": _("The role %(role)s of %(on)s has ended"),
    "communities.role.given": _("%(by)s made %(on)s %(role)s"),
    "communities.role.taken": _("%(on)s is no %(role)s any more, by %(by)s"),
    "media.picture.described": _("%(by)s wrote other words with a picture"),
    "media.picture.erased": _("%(by)s took a picture away"),
    "media.picture.hidden": _("A picture was hidden, because somebody is on it"),
    "media.picture.shown": _("%(by)s let a picture stand"),
    "media.picture.kept": _("%(by)s added a picture"),
}
