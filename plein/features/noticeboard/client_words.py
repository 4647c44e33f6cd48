"""A text that stands there for a client may not tell who that is (H8)."""

from plein.features.noticeboard import few
from plein.features.noticeboard.models import Post
from plein.foundation.care.access import may_name
from plein.foundation.care.models import Client, Mandate
from plein.foundation.communities.models import Community
from plein.foundation.organisations.models import Organisation
from plein.lib.writing.checking import Finding
from plein.lib.writing.names import FIRST, names_in


class TellsTheClient(Exception):
    """Name, initials, address or day of birth stand in it; `hints` say what to do."""

    def __init__(self, hints: list[str]) -> None:
        super().__init__()
        self.hints = hints


class NamesSomebody(Exception):
    """First names that are none of the client's; who writes says that they are of another."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names


def hints(client: Client, *texts: str) -> list[str]:
    """What should be taken out, each once; empty when it tells nothing."""
    found = [one for one in _found(client, *texts) if one.kind != FIRST]
    return list(dict.fromkeys(str(one.hint) for one in found))


def other_names(client: Client, *texts: str) -> list[str]:
    """First names that may be of somebody else, as they stand there."""
    whole = "\n".join(texts)
    found = [one for one in _found(client, *texts) if one.kind == FIRST]
    return list(dict.fromkeys(whole[one.start : one.end] for one in found))


def _found(client: Client, *texts: str) -> list[Finding]:
    return names_in("\n".join(texts), name=client.name, phone=client.phone, address=client.address)


def mandate_of(post: Post) -> Mandate | None:
    """On whose word it stands, for our own checks only; no page may show it."""
    if post.mandate is None:
        return None
    found = Mandate.objects.filter(town=post.town_id, pk=post.mandate)
    return found.select_related("client", "professional").first()


def refuse_telling(post: Post, *texts: str, sure: bool = False) -> None:
    """For each change of the words of a post. Raises `TellsTheClient`, or `NamesSomebody` when who
    writes is not `sure` that a name is of somebody else."""
    if mandate := mandate_of(post):
        refuse(mandate.client, *texts, sure=sure)


def refuse(client: Client, *texts: str, sure: bool) -> None:
    if found := hints(client, *texts):
        raise TellsTheClient(found)
    if not sure and (names := other_names(client, *texts)):
        raise NamesSomebody(names)


def organisation_to_show(mandate: Mandate) -> Organisation | None:
    """Only when its work is set as harmless, the client agreed, and enough people fit."""
    agreement = mandate.client.caseload.agreement
    if not (mandate.may_name_organisation and may_name(agreement)):
        return None
    home = mandate.client.home
    town = home.tree.town
    fits = few.fits_enough(wijk=inhabitants(home), town=inhabitants(town), serves=agreement.serves)
    return agreement.organisation if fits else None


def inhabitants(community: Community) -> int:
    """Of its outline on the map; of a town without one, those of its parts together."""
    if community.area:
        return community.area.inhabitants
    if community.pk != community.town_id:
        return 0
    parts = Community.objects.filter(town=community.town_id, parent=community, area__isnull=False)
    return sum(parts.values_list("area__inhabitants", flat=True))
