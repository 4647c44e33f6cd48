"""What every page shows of the community: the street, the tools, who to call."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may_anywhere, may_within, waits_for_promise
from plein.foundation.communities.sizes import ENOUGH, MODULES, NO_CALLS
from plein.lib.formality import reading
from plein.ui.site import House, Language, Site, Tool


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor; adds no query to those of the middleware."""
    community: Community | None = getattr(request, "community", None)
    if community is None:
        return {}
    member: Member | None = getattr(request, "member", None)
    nobody = bool(community.filled.get(NO_CALLS))
    calls = _url("telephone:call-back") or _url("home:contact")
    return {
        "community": community,
        "member": member,
        "site": Site(
            name=community.name,
            houses=houses(community, request.path),
            tools=_tools(member, community, request.path),
            languages=_languages(),
            phone=community.phone,
            phone_hours=community.calling.rstrip(". "),
            walk_in=community.walk_in.rstrip(". "),
            call_back_url="" if nobody else calls,
            elsewhere_url=calls if nobody else "",
            search_url=_url("overviews:search"),
            suggest_url=_url("overviews:suggest"),
            logo_url=community.logo.url(320) if community.logo else "",
            colours_url=_colours_url(community),
            formal=community.formal,
            footer_links=_footer_links(),
        ),
    }


def _footer_links() -> list[Tool]:
    """In the demo every page says so, and lets a visitor be somebody else."""
    url = _url("demo:logins") if settings.DEMO else ""
    return [Tool(_("This is a trial. Look around as somebody else"), url, "users")] if url else []


def houses(community: Community, path: str = "") -> list[House]:
    """The houses that are on here and have enough behind them, always in the same order."""
    shown = []
    for module in MODULES:
        url = _url(module.url_name)
        if (
            module.house
            and url
            and module.key in community.modules
            and _filled(community, module.key)
        ):
            name = str(module.name)
            if module.key == "about":
                name = _("About %(place)s") % {"place": community.name}
            shown.append(
                House(
                    key=module.key,
                    name=name,
                    line=str(module.line),
                    url=url,
                    pictogram=module.pictogram,
                    colour_number=module.house,
                    current=path.startswith(url),
                )
            )
    return shown


def _filled(community: Community, key: str) -> bool:
    return key == "about" or int(community.filled.get(key, 0)) >= ENOUGH


def _tools(member: Member | None, community: Community, path: str) -> list[Tool]:
    if member is None:
        return [
            Tool(_("Join in"), _url("accounts:join"), "hand-waving", current=path == "/meedoen/"),
            Tool(_("Sign in"), _url("accounts:sign-in"), "sign-in", primary=True),
        ]
    tools = [Tool(_("My Plein"), _url("home:mine"), "user-circle", primary=True)]
    if may_within(member, "day.see", community):
        tools.insert(0, Tool(_("Day start"), _url("dayboard:today"), "coffee"))
    if waits_for_promise(member):
        tools.insert(0, Tool(_("Your promise"), _url("communities:pledge"), "handshake"))
    if may_anywhere(member, "client.keep"):
        tools.insert(0, Tool(_("Clients"), _url("care:clients"), "address-book"))
    return tools


def _languages() -> list[Language]:
    now = reading()
    return [
        Language(code, get_language_info(code)["name_local"].capitalize(), current=code == now)
        for code, _name in settings.LANGUAGES
    ]


def _colours_url(community: Community) -> str:
    tree = community.loaded_tree
    url = _url("communities:colours")
    return (
        f"{url}?v={tree.version}"
        if (community.colours or community.tokens) and tree and url
        else ""
    )


def _url(name: str) -> str:
    """The address, or nothing when no app offers that page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
