"""A shy ask: who may know who asks, which place is named, which name somebody reads (HELP-12)."""

from django.utils.translation import gettext as _

from plein.features.noticeboard import few
from plein.features.noticeboard.client_words import inhabitants
from plein.features.noticeboard.models import Post, Response
from plein.foundation.care.access import admissions_of, admitted_in
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.communities.rights import held_by, may
from plein.shared.conversations.bubbles import shown_name

KnownTo = Post.KnownTo
ROLES = {
    KnownTo.HOSTS: RoleName.HOST,
    KnownTo.OUTSIDE: RoleName.CONNECTOR,
    KnownTo.PROFESSIONALS: RoleName.PROFESSIONAL,
}


def place_for(home: Community) -> Community:
    """The smallest place around a home where at least fifty people live, else the town."""
    place = home
    while place.parent_id and not few.crowd(inhabitants(place)):
        place = home.tree.all[place.parent_id]
    return place


def may_know(post: Post, member: Member | None) -> bool:
    """Whether this reader may know who asks, beside who it was opened to."""
    if member is None or member.town_id != post.town_id:
        return False
    if not post.is_shy or post.author_id == member.pk:
        return True
    place = post.community.tree.all[post.community_id]
    if post.known_to == KnownTo.CONNECTORS:
        return may(member, "post.arrange", place)
    if post.known_to == KnownTo.OUTSIDE and member.home_id == post.author.home_id:
        return False
    if post.known_to == KnownTo.PROFESSIONALS and not admissions_of(member):
        return False
    role = ROLES[KnownTo(post.known_to)]
    counts = {place.pk} | place.tree.above(place)
    return any(each.role == role and each.community in counts for each in held_by(member))


def knowers(known_to: str, place: Community, asker: Member) -> list[Member]:
    """Everybody by name who would know it."""
    if known_to == KnownTo.READERS:
        return []
    roles = Role.objects.filter(
        town=place.town_id,
        community__in={place.pk} | place.tree.above(place),
        role__in=[ROLES.get(KnownTo(known_to), RoleName.CONNECTOR)],
    ).counting()
    people = Member.objects.here().filter(town=place.town_id, pk__in=roles.values("member"))
    if known_to == KnownTo.OUTSIDE:
        people = people.exclude(home=asker.home_id)
    if known_to == KnownTo.PROFESSIONALS:
        people = people.filter(pk__in=admitted_in(place.town_id))
    return list(people.exclude(pk=asker.pk).order_by("name", "pk"))


def may_hear_of(person: Member, response: Response, member: Member) -> bool:
    """Whether this member may call one of the two: of a shy asker only whom they picked.

    When nobody whom they picked is there any more, the connectors: nobody is left in silence.
    """
    post = response.post
    if hides(person, post) and callers(response):
        return may_know(post, member)
    return may(member, "post.arrange", post.community.tree.all[post.community_id])


def callers(response: Response) -> list[Member]:
    """Whom a shy asker picked, without who helps: they have no say in their own case."""
    post = response.post
    place = post.community.tree.all[post.community_id]
    every = knowers(post.known_to, place, post.author)
    return [one for one in every if one.pk != response.author_id]


def hides(person: Member, post: Post) -> bool:
    """This is the asker, who shows no name to everybody."""
    return post.is_shy and post.author_id == person.pk


def waits_without_a_name(post: Post) -> str:
    """On the day start: whom of the place to ask to call."""
    return _("Somebody who shows no name waits for a call. Who may know: %(who)s") % {
        "who": post.get_known_to_display()
    }


def choices(asker: Member | None, home: Community) -> list[str]:
    """Whom an asker can pick here: only where somebody is."""
    shy = [known for known in KnownTo.values if known != KnownTo.READERS]
    if asker is None:
        return [KnownTo.CONNECTORS.value]
    place = place_for(home)
    return [known for known in shy if knowers(known, place, asker)]


def ages(home: Community) -> list[str]:
    """The ages that tell nobody apart, beside the place that a shy ask from here names."""
    return few.ages_in(inhabitants(place_for(home)))


def name_in(response: Response, who: Member) -> str:
    """The name of one of the two, as the other reads it."""
    if response.conversation is None:
        return who.name
    return shown_name(who, response.conversation)
