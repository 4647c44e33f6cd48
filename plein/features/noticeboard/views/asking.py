"""The wizard: one question a page, saved after every answer, account last."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.features.noticeboard import (
    access,
    actions,
    browser,
    promise,
    queries,
    shy,
    steps,
    wording,
)
from plein.features.noticeboard.actions.drafting import touch
from plein.features.noticeboard.elsewhere import who_else
from plein.features.noticeboard.forms import asking
from plein.features.noticeboard.models import Draft, Post
from plein.features.noticeboard.wanting import wanted
from plein.features.noticeboard.wording import too_much
from plein.foundation import jobs
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.access import to_page
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.taxonomy.models import Theme
from plein.lib.visitors import address_of
from plein.ui.render import render_page

FORMS: dict[str, type[asking.StepForm]] = {
    "waarmee": asking.ThemeForm,
    "wat": asking.WhatForm,
    "wanneer": asking.WhenForm,
    "waar": asking.WhereForm,
    "controleer": asking.CheckForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: PleinRequest, kind: str, step: str = steps.PATHS[0]) -> HttpResponse:
    """Show a question, or take its answer and go on."""
    if step not in FORMS:
        raise Http404
    draft = my_draft(request, kind)
    if kind == Post.Kind.ASK and not promise.watch(place_of(request)).takes_asks:
        key = draft.answers.get("theme") if draft else ""
        return rests(
            request, Theme.objects.in_town(request.community.town_id).filter(key=key).first()
        )
    if not steps.may_come(draft, step):
        return redirect(steps.url_of(kind, steps.first_open(draft)))
    choices = choices_for(request, kind, draft, step)
    form = FORMS[step](request.POST or None, choices=choices)
    if request.method == "POST" and (example := request.POST.get("example")) and step == "wat":
        form = asking.WhatForm({**request.POST.dict(), "title": example}, choices=choices)
        return _page(request, form, kind, step, draft)
    if request.method == "POST" and form.is_valid():
        try:
            return _answered(request, form, kind, step, draft)
        except TooOften:
            form.add_error(None, too_much())
    return _page(request, form, kind, step, draft, status=422 if request.method == "POST" else 200)


def _answered(
    request: PleinRequest, form: asking.StepForm, kind: str, step: str, draft: Draft | None
) -> HttpResponse:
    key = "" if request.member or browser.digest(request) else browser.new_key()
    draft = actions.keep(
        draft,
        form.answers(),
        kind=kind,
        community=place_of(request),
        browser=""
        if request.member
        else (browser.digest_of(key) if key else browser.digest(request)),
        by=request.member,
        visitor=address_of(request.META, settings.PROXIES),
    )
    if step == steps.LAST:
        return _publish(request, draft, form.choices)
    response = redirect(steps.url_of(kind, steps.next_of(draft, step)))
    if key:
        browser.give(response, key, secure=request.is_secure())
    return response


def _publish(request: PleinRequest, draft: Draft, choices: asking.Choices) -> HttpResponse:
    """The end: on the board, or first to the three fields of joining and then on the board."""
    if request.member is None:
        actions.send(draft)
        return to_page("accounts:join", request, reverse(f"noticeboard:{draft.kind}-publish"))
    ask = wanted(choices, draft.answers)
    if ask is None:
        return redirect(steps.url_of(draft.kind, steps.PATHS[0]))
    form_key = request.POST.get("form_key", "") or f"draft-{draft.pk.hex}"
    with transaction.atomic():
        if not jobs.first_time(form_key):
            return redirect(jobs.remembered(form_key) or reverse("noticeboard:mine"))
        try:
            post = actions.publish_draft(draft, ask, community=place_of(request), by=request.member)
        except actions.MayNotPost:
            transaction.set_rollback(True)
            return render_page(request, "noticeboard/may_not_post.html", status=403)
        except actions.PlaceRests:
            transaction.set_rollback(True)
            return rests(request, ask.theme)
        if post is None:
            return redirect("noticeboard:mine")
        done = reverse("noticeboard:published", args=[post.address])
        jobs.remember(form_key, done)
    return redirect(done)


def rests(request: PleinRequest, theme: Theme | None) -> HttpResponse:
    """'Even dicht': where to call instead. What was written is kept."""
    context = {"elsewhere": who_else(place_of(request), theme)}
    return render_page(request, "noticeboard/place_rests.html", context, status=503)


@require_GET
def publish(request: PleinRequest, kind: str) -> HttpResponse:
    """Where somebody lands after joining. They pressed 'publish' in this browser just before, so
    this only finishes that: bound to the browser's key, once, and for two hours."""
    draft = my_draft(request, kind)
    if draft is None:
        return redirect("noticeboard:mine" if request.member else f"noticeboard:{kind}")
    just_sent = draft.sent_at and draft.sent_at > timezone.now() - browser.SENT_LIVES
    if request.member is None or not just_sent or steps.first_open(draft) != steps.LAST:
        return redirect(steps.url_of(kind, steps.first_open(draft)))
    if draft.member_id is None:
        actions.adopt(draft, by=request.member)
    return _publish(request, draft, choices_for(request, kind, draft, steps.LAST))


@require_POST
def go_on(request: PleinRequest, draft: Any) -> HttpResponse:
    """Go on with a draft, or throw it away."""
    mine = {d.pk: d for d in my_drafts(request)}
    if draft not in mine:
        raise Http404
    chosen = mine[draft]
    if "weg" in request.POST:
        actions.throw_away(chosen)
        return redirect("noticeboard:mine" if request.member else f"noticeboard:{chosen.kind}")
    touch(chosen)
    return redirect(steps.url_of(chosen.kind, steps.first_open(chosen)))


def my_drafts(request: PleinRequest) -> list[Draft]:
    return access.drafts_of(request.member, browser.digest(request), request.community)


def my_draft(request: PleinRequest, kind: str) -> Draft | None:
    return queries.draft_in(my_drafts(request), kind)


def place_of(request: PleinRequest) -> Community:
    """Where a post stands: the wijk of who writes it; a guest's is asked when they join."""
    if request.member:
        return request.community.tree.all[request.member.home_id]
    return request.community


def choices_for(request: PleinRequest, kind: str, draft: Draft | None, step: str) -> asking.Choices:
    last = step == steps.LAST
    town = request.community.town_id
    return asking.Choices(
        kind=kind,
        themes=queries.themes(town),
        groups=queries.target_groups(town) if last else (),
        organisations=queries.organisations_of(request.member) if last else (),
        answers=draft.answers if draft else {},
        place=place_of(request) if last and request.member else None,
        **(_shy(request) if last and kind == Post.Kind.ASK else {}),
    )


def _shy(request: PleinRequest) -> dict[str, list[str]]:
    place = place_of(request)
    return {"knowers": shy.choices(request.member, place), "ages": shy.ages(place)}


def _page(
    request: PleinRequest,
    form: asking.StepForm,
    kind: str,
    step: str,
    draft: Draft | None,
    status: int = 200,
) -> HttpResponse:
    this, last = steps.step_at(step), step == steps.LAST
    assert this  # noqa: S101 - FORMS and STEPS have the same paths
    theme = next(
        (t for t in form.choices.themes if t.key == form.choices.answers.get("theme")), None
    )
    context = {
        "form": form,
        "kind": kind,
        "is_ask": kind == Post.Kind.ASK,
        "question": this.question(kind),
        "hint": this.hint(kind),
        "step": steps.PATHS.index(step) + 1,
        "steps": len(steps.STEPS),
        "back_url": steps.back_from(kind, step) or reverse("overviews:board"),
        "draft": draft,
        "theme": theme,
        "examples": theme.examples(kind) if theme and step == "wat" else (),
    }
    if last and theme and draft:
        context |= _check_context(request, form, theme, draft)
    return render_page(request, f"noticeboard/question_{step}.html", context, status=status)


def _check_context(
    request: PleinRequest, form: asking.StepForm, theme: Any, draft: Draft
) -> dict[str, Any]:
    answers, place = draft.answers, place_of(request)
    readers = {
        audience: wording.who_reads(
            place,
            audience=audience,
            kind=draft.kind,
            task_class=answers["task_class"],
            theme=theme,
        )
        for audience in Post.Audience.values
    }
    form.fields["audience"].widget.lines = readers
    return {
        "hints": wording.hints(answers),
        "readers": readers,
        "place": place if request.member else None,
        "shy_place": shy.place_for(place),
        "rows": wording.answers_in_words(draft.kind, answers, theme),
        "form_key": jobs.new_form_key(),
        "submit": _("Put it on the board"),
        "to": access.again_to(draft, request.member),
    }
