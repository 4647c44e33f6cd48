"""Asking for a client as a professional, or for somebody near as family: one page, one check."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.features.noticeboard import actions, client_words, promise, queries, wording
from plein.features.noticeboard.forms.asking import Choices
from plein.features.noticeboard.forms.on_behalf import NEW, BehalfForm, SomebodyForm
from plein.features.noticeboard.models import Post, VisitDraft
from plein.features.noticeboard.views.asking import place_of, rests
from plein.features.noticeboard.wanting import wanted
from plein.foundation import jobs
from plein.foundation.accounts.addresses import is_landline
from plein.foundation.care import access as care
from plein.foundation.care import actions as caring
from plein.foundation.care.gate import caseload_required
from plein.foundation.care.models import Mandate
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.links import absolute
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
KEEPS = "bewaar"


@get_or_post
@caseload_required
def ask(request: MemberRequest) -> HttpResponse:
    """Client, what, when, where on one page; kept on the server while it is filled in."""
    draft = _draft(request)
    mandates = _mandates(request)
    form = BehalfForm(
        request.POST if request.method == "POST" else None,
        choices=_choices(request, draft),
        initial={"client": request.GET.get("client", "") or _client_key(draft, mandates)},
        mandates=mandates,
        homes=request.community.tree.homes(),
        caseloads=list(care.caseloads_of(request.member)),
    )
    if not form.is_bound:
        return _ask_page(request, form)
    valid = form.is_valid()
    if KEEPS in request.POST:
        actions.keep_draft(form.answers(), client=form.chosen, by=request.member)
        return HttpResponse(status=204)
    if not valid:
        return _ask_page(request, form, status=422)
    mandate = _mandate_of(request, form)
    actions.keep_draft(form.answers(), client=mandate.client_id, by=request.member)
    said = form.cleaned_data
    if found := client_words.hints(mandate.client, said["title"], said["text"]):
        form = _once_more(request, form, mandate)
        form.add_error("title", found)
        return _ask_page(request, form, status=422)
    return redirect("noticeboard:on-behalf-check")


@get_or_post
@caseload_required
def check(request: MemberRequest) -> HttpResponse:
    """As neighbours will read it; then on the board, once."""
    draft = _draft(request)
    mandate = next((m for m in _mandates(request) if draft and m.client_id == draft.client), None)
    said = wanted(_choices(request, draft), draft.answers) if draft else None
    if draft is None or mandate is None or said is None:
        return _already(request) or _without_a_word(request, draft)
    form_key, status = request.POST.get("form_key", ""), 200
    names = client_words.other_names(mandate.client, said.title, said.text)
    if request.method == "POST" and form_key:
        sure = "sure" in request.POST
        try:
            with transaction.atomic():
                if not jobs.first_time(form_key):
                    return redirect(jobs.remembered(form_key) or "care:clients")
                post = actions.publish_for_client(said, mandate, by=request.member, sure=sure)
                jobs.remember(form_key, post.get_absolute_url())
            words = _("It is on the board, without a name. You get a message when somebody reacts.")
            messages.success(request, words)
            return redirect(post)
        except actions.TellsTheClient:
            return redirect("noticeboard:on-behalf")
        except actions.NamesSomebody:
            status = 422
        except actions.PlaceRests:
            return rests(request, said.theme)
        except actions.MandateIsUsed:
            return _refused(request, used=True)
        except actions.NoWordAnyMore:
            return _refused(request, used=False)
        except actions.MayNotPost:
            return render_page(request, "noticeboard/may_not_post.html", status=403)
    shown = client_words.organisation_to_show(mandate)
    byline = Post(stands_for=Post.StandsFor.PROFESSIONAL, organisation=shown).byline
    rows = [*_rows(draft, said.theme), (_("Who stands for it"), byline)]
    rows = [(_("For"), mandate.client.name), *rows, (_("District"), mandate.client.home.name)]
    context = {
        "rows": rows,
        "form_key": jobs.new_form_key(),
        "back": "noticeboard:on-behalf",
        "submit": _("Put it on the board"),
        "names": ", ".join(names),
        "unsure": status == 422,
    }
    return render_page(request, "noticeboard/behalf_check.html", context, status=status)


def _refused(request: MemberRequest, *, used: bool) -> HttpResponse:
    """The yes was for one ask; or it is over. What to do differs, so the words do."""
    return render_page(request, "noticeboard/behalf_used.html", {"used": used}, status=403)


def _without_a_word(request: MemberRequest, draft: VisitDraft | None) -> HttpResponse:
    """Sent while the client's yes ended: that is said; else back to the first page."""
    if draft and draft.client and request.method == "POST":
        return _refused(request, used=False)
    return redirect("noticeboard:on-behalf")


@get_or_post
@greeted_required
def ask_for_somebody(request: MemberRequest) -> HttpResponse:
    """The light form for family and neighbours."""
    account = request.account
    form = SomebodyForm(
        request.POST if request.method == "POST" else None,
        choices=_choices(request, _draft(request, near=True)),
        own_phone=account.phone or "",
    )
    if form.is_bound and form.is_valid():
        actions.keep_draft(form.answers(), near=True, by=request.member)
        return redirect("noticeboard:for-somebody-check")
    status = 422 if form.errors else 200
    context = {"form": form, "resting": not promise.watch(place_of(request)).takes_asks}
    return render_page(request, "noticeboard/for_somebody.html", context, status=status)


@get_or_post
@greeted_required
def check_for_somebody(request: MemberRequest) -> HttpResponse:
    draft = _draft(request, near=True)
    said = wanted(_choices(request, draft), draft.answers) if draft else None
    if draft is None or said is None or not draft.answers.get("phone"):
        return _already(request) or redirect("noticeboard:for-somebody")
    form_key = request.POST.get("form_key", "")
    if request.method == "POST" and form_key:
        try:
            with transaction.atomic():
                if not jobs.first_time(form_key):
                    return redirect(jobs.remembered(form_key) or "noticeboard:mine")
                post = _place_for_somebody(request, draft, said)
                jobs.remember(form_key, post.get_absolute_url())
            return redirect(post)
        except actions.PlaceRests:
            return rests(request, said.theme)
        except actions.MayNotPost:
            return render_page(request, "noticeboard/may_not_post.html", status=403)
    context = {
        "draft": draft,
        "rows": _rows(draft, said.theme),
        "form_key": jobs.new_form_key(),
        "back": "noticeboard:for-somebody",
        "waits": True,
        "hints": wording.hints(draft.answers),
        "submit": _("Ask this person, and then put it on the board"),
    }
    return render_page(request, "noticeboard/behalf_check.html", context)


def _place_for_somebody(request: MemberRequest, draft: VisitDraft, said: Any) -> Post:
    """Hidden, and the other one is asked: by text message, or by a connector who calls."""
    phone = draft.answers["phone"]
    voice = caring.speak_for(draft.answers["relation"], phone=phone, by=request.member)
    if not is_landline(phone):
        town = request.community.tree.town
        url = absolute(town, "/ja-zeggen/")
        caring.send_code(voice, url=url, place=town.name, by=request.member)
    return actions.publish_for_somebody(said, voice, by=request.member)


def _ask_page(request: MemberRequest, form: BehalfForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "resting": not promise.watch(request.community).takes_asks}
    return render_page(request, "noticeboard/on_behalf.html", context, status=status)


def _mandate_of(request: MemberRequest, form: BehalfForm) -> Mandate:
    """Of the chosen client; somebody new is noted together with their yes."""
    if form.cleaned_data["client"] != NEW:
        return form.mandates[form.cleaned_data["client"]]
    with transaction.atomic():
        client = caring.add_client(form.caseload, by=request.member, **form.new_client())
        return caring.give_mandate(client, consent=client.consent, by=request.member)


def _once_more(request: MemberRequest, form: BehalfForm, mandate: Mandate) -> BehalfForm:
    """The same page; somebody new stands among the clients by now."""
    data = request.POST.copy()
    data["client"] = str(mandate.client_id)
    again = BehalfForm(
        data,
        choices=_choices(request, None),
        mandates=_mandates(request),
        homes=list(form.homes.values()),
        caseloads=form.caseloads,
    )
    again.is_valid()
    return again


def _mandates(request: MemberRequest) -> list[Mandate]:
    mine = care.mandates_of(request.member).standing().filter(professional=request.member)
    return sorted(mine, key=lambda one: one.client.name)


def _draft(request: MemberRequest, *, near: bool = False) -> VisitDraft | None:
    mine = VisitDraft.objects.filter(town=request.member.town_id, member=request.member)
    return mine.filter(near=near).first()


def _client_key(draft: VisitDraft | None, mandates: list[Mandate]) -> str:
    if draft and draft.client:
        return str(draft.client)
    return "" if mandates else NEW


def _choices(request: MemberRequest, draft: VisitDraft | None) -> Choices:
    themes = queries.themes(request.community.town_id)
    return Choices(kind="ask", themes=themes, answers=draft.answers if draft else {})


def _already(request: MemberRequest) -> HttpResponse | None:
    """A second press after the network failed: what was made stands there already."""
    done = jobs.remembered(request.POST.get("form_key", "")) if request.method == "POST" else ""
    return redirect(done) if done else None


def _rows(draft: VisitDraft, theme: Any) -> list[tuple[str, str]]:
    rows = wording.answers_in_words("ask", draft.answers, theme)
    return [(what, words) for _path, what, words in rows]
