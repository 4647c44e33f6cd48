"""A resident asks by themselves: one big question a page, and a slip at the end."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.matchpoint import access, actions, queries
from plein.bridges.matchpoint.forms import MeForm, PictureForm
from plein.bridges.matchpoint.models import Sitting
from plein.bridges.matchpoint.requests import KnownRequest, ScreenRequest, SittingRequest
from plein.bridges.matchpoint.views.returning import slip_page
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import queries as board
from plein.features.noticeboard import shy, steps, wording
from plein.features.noticeboard.elsewhere import who_else
from plein.features.noticeboard.forms import asking
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community
from plein.shared.notifications import go_betweens
from plein.ui.render import render_page

ASK = Post.Kind.ASK
ME = "naam"
FORMS: dict[str, type[asking.StepForm]] = {
    "waarmee": asking.ThemeForm,
    "wat": asking.WhatForm,
    "wanneer": asking.WhenForm,
    "waar": asking.WhereForm,
    steps.LAST: asking.CheckForm,
}
NEEDS = {step.path: step.answer for step in steps.STEPS[:-1]} | {ME: "name"}


@require_http_methods(["GET", "HEAD", "POST"])
@access.at_screen
def begin(request: ScreenRequest) -> HttpResponse:
    """A clean start; who came back with a slip asks something more under the same name."""
    if request.method != "POST":
        return redirect("matchpoint:start")
    sitting = access.sitting_at(request.device)
    if sitting:
        actions.begin(request.device, sitting.member, sitting.found)
    else:
        actions.begin(request.device)
    return redirect("matchpoint:question", steps.PATHS[0])


@require_http_methods(["GET", "HEAD", "POST"])
@access.sitting_required
def question(request: SittingRequest, step: str) -> HttpResponse:
    sitting, path = request.sitting, path_of(request.sitting)
    if step not in path:
        raise Http404
    if sitting.asked_at:
        return _asked(sitting)
    first = first_open(sitting)
    if path.index(step) > path.index(first):
        return redirect("matchpoint:question", first)
    choices = _choices(request, step)
    form = _form(request, step, choices)
    if request.method == "POST" and step == "wat" and (words := request.POST.get("example")):
        typed = {**request.POST.dict(), "title": words}
        return _page(request, step, asking.WhatForm(typed, choices=choices), choices)
    if request.method == "POST" and form.is_valid():
        actions.keep_answers(sitting, form.answers())
        if step == steps.LAST:
            return _publish(request, _choices(request))
        return redirect("matchpoint:question", _next(sitting, step))
    return _page(request, step, form, choices)


def path_of(sitting: Sitting) -> list[str]:
    """The name comes before the last look; who is known is not asked again."""
    before = steps.PATHS[:-1]
    return [*before, steps.LAST] if sitting.member_id else [*before, ME, steps.LAST]


def first_open(sitting: Sitting) -> str:
    said = sitting.answers
    path = path_of(sitting)[:-1]
    return next((p for p in path if said.get(NEEDS[p]) in (None, "")), steps.LAST)


def _next(sitting: Sitting, step: str) -> str:
    path = path_of(sitting)
    return path[min(path.index(step) + 1, path.index(first_open(sitting)))]


def _choices(request: SittingRequest, step: str = "") -> asking.Choices:
    themes, sitting = board.themes(request.community.town_id), request.sitting
    if step != steps.LAST:
        return asking.Choices(kind=ASK, themes=themes, answers=sitting.answers)
    home = _home(request)
    return asking.Choices(
        kind=ASK,
        themes=themes,
        answers=sitting.answers,
        knowers=shy.choices(sitting.member, home),
        ages=shy.ages(home),
    )


def _home(request: SittingRequest) -> Community:
    """Where who sits here lives: known, or as they just said."""
    sitting, places = request.sitting, request.community.tree.all
    if sitting.member:
        return places[sitting.member.home_id]
    said = sitting.answers.get("home")
    here = places[request.device.matchpoint.community_id]
    return places.get(UUID(said), here) if said else here


def _form(request: SittingRequest, step: str, choices: asking.Choices) -> Any:
    data = request.POST if request.method == "POST" else None
    if step == ME:
        tree = request.community.tree
        here = str(request.device.matchpoint.community_id)
        return MeForm(data, tree=tree, initial={"home": here} | choices.answers)
    return FORMS[step](data, choices=choices)


def _publish(request: SittingRequest, choices: asking.Choices) -> HttpResponse:
    here = request.community.tree.all[request.device.matchpoint.community_id]
    try:
        actions.publish(request.sitting, choices, here=here, host=request.host)
    except actions.NothingAsked:
        return redirect("matchpoint:question", steps.PATHS[0])
    except noticeboard.PlaceRests:
        theme = next((t for t in choices.themes if t.key == choices.answers.get("theme")), None)
        context = {"device": request.device, "elsewhere": who_else(here, theme)}
        return render_page(request, "matchpoint/rests.html", context, status=503)
    return _asked(Sitting.objects.select_related("member").get(pk=request.sitting.pk))


def _asked(sitting: Sitting) -> HttpResponse:
    """On to the slip, also for who sends it once more because the network failed."""
    has_slip = sitting.member is not None and queries.slip_of(sitting.member) is not None
    return redirect("matchpoint:mine" if has_slip else "matchpoint:picture")


def _page(
    request: SittingRequest, step: str, form: forms.Form, choices: asking.Choices
) -> HttpResponse:
    path, answers = path_of(request.sitting), request.sitting.answers
    known = steps.step_at(step)
    theme = next((t for t in choices.themes if t.key == answers.get("theme")), None)
    at = path.index(step)
    context: dict[str, Any] = {
        "device": request.device,
        "form": form,
        "question": known.question(ASK) if known else _("Who are you?"),
        "hint": known.hint(ASK) if known else _("Neighbours only see your first name."),
        "step": at + 1,
        "steps": len(path),
        "name": step,
        "back_url": reverse("matchpoint:question", args=[path[at - 1]]) if at else "",
        "examples": theme.examples(ASK) if theme and step == "wat" else (),
    }
    if step == steps.LAST and theme:
        context |= _last_look(request, form, theme)
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/question.html", context, status=status)


def _last_look(request: SittingRequest, form: forms.Form, theme: Any) -> dict[str, Any]:
    answers = request.sitting.answers
    place = request.community.tree.all[request.device.matchpoint.community_id]
    form.fields["audience"].widget.lines = {
        audience: wording.who_reads(
            place, audience=audience, kind=ASK, task_class=answers["task_class"], theme=theme
        )
        for audience in Post.Audience.values
    }
    return {
        "rows": wording.answers_in_words(ASK, answers, theme),
        "hints": wording.hints(answers),
        "shy_place": shy.place_for(_home(request)),
        "submit": _("Put it on the board"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@access.known_required
def picture(request: KnownRequest) -> HttpResponse:
    """Choosing a picture makes the slip. Its code is shown once: we keep no code."""
    form = PictureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["picture"]
        matchpoint = request.device.matchpoint
        code = actions.new_slip(request.resident, chosen, at=matchpoint, by=request.host)
        return slip_page(request, code, chosen)
    context = {
        "device": request.device,
        "form": form,
        "resident": request.resident,
        "through": go_betweens.of(request.resident),
    }
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/picture.html", context, status=status)
