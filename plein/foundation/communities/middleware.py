"""Which community, and who: `request.community`, `request.account` and `request.member`.

Together at most three queries: the session, the community's stamp, the member with roles.
"""

from collections.abc import Callable

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.crypto import constant_time_compare

from plein.foundation.communities import rights, tree
from plein.foundation.communities.hosts import allow_forms_to, origin
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.sizes import modules_with
from plein.lib.formality import reading, tongue

GetResponse = Callable[[HttpRequest], HttpResponse]

# Paths that answer on every host, also when no place exists yet.
EVERYWHERE = ("/gezond/", "/static/")
NUL = "%00"


def without_nul(request: HttpRequest) -> None:
    """No database server takes the sign with number 0 in a text; forms refuse it with words, and
    in an address nobody meant it."""
    question = request.META.get("QUERY_STRING", "")
    if NUL in question:
        request.META["QUERY_STRING"] = question.replace(NUL, "")
        request.GET = QueryDict(request.META["QUERY_STRING"], encoding=request.encoding)


class CommunityMiddleware:
    """Sets `request.community` from the host; an unknown host gets no further."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: PleinRequest) -> HttpResponse:
        if request.path.startswith(EVERYWHERE):
            return self.get_response(request)
        without_nul(request)
        with tree.one_visit():
            return self._answer(request)

    def _answer(self, request: PleinRequest) -> HttpResponse:
        host = request.get_host().rsplit(":", 1)[0].lower()
        community = tree.at_host(host)
        if community is None:
            # Before the middleware of languages; else it speaks as the visitor before this one.
            with translation.override(translation.get_language_from_request(request)):
                return render(request, "communities/unknown_host.html", status=404)
        request.community = community
        response = self.get_response(request)
        town = community.tree.town
        if town.host and town.host != community.host:
            # A guest's form here leads to signing in, which happens on the town's host.
            allow_forms_to(response, origin(request, town))
        return response

    def process_view(self, request: PleinRequest, *_view: object) -> None:
        """What is off does not exist (SIMPLE-2)."""
        match = request.resolver_match
        modules = modules_with(match.view_name) if match else frozenset()
        if modules and not modules & request.community.modules:
            raise Http404


class PersonMiddleware:
    """Sets `request.account` and `request.member`; what a member sees is never stored."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: PleinRequest) -> HttpResponse:
        request.account = request.member = None
        if hasattr(request, "community"):
            self._recognise(request)
            _say_je_or_u(request)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", reading())
        if "public" in response.get("Cache-Control", ""):
            return response
        if getattr(request, "account", None) or request.session.modified:
            patch_cache_control(response, private=True, no_store=True)
        patch_vary_headers(response, ["Cookie"])
        return response

    def _recognise(self, request: PleinRequest) -> None:
        key = request.session.get(SESSION_KEY)
        if not key:
            return
        member = rights.member_of(key, request.community.town_id)
        account = member.account if member else rights.account_of(key)
        signed = request.session.get(HASH_SESSION_KEY, "")
        if account and constant_time_compare(signed, account.get_session_auth_hash()):
            request.account, request.member = account, member


def _say_je_or_u(request: PleinRequest) -> None:
    """As this person chose, else as this place does."""
    chosen = request.member.formal if request.member else None
    formal = request.community.formal if chosen is None else chosen
    if formal:
        translation.activate(tongue(reading(), formal=True))
