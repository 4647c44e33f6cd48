"""Wie weet het? Asking everybody, answering, and marking what helped."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.features.pages import access, actions, queries
from plein.features.pages.forms.talking import AnswerForm, QuestionForm
from plein.features.pages.models import Answer, Question
from plein.features.pages.views.notes import after
from plein.foundation import jobs
from plein.foundation.communities.access import greeted_required, member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.ui.render import render_page


@require_safe
def questions(request: PleinRequest) -> HttpResponse:
    """The newest; `?tips` shows only those with an answer that helped."""
    tips = "tips" in request.GET
    found, more = queries.questions_page(
        request.member, request.community, after=after(request), tips=tips
    )
    address = "tips&" if tips else ""
    context = {
        "questions": found,
        "tips": tips,
        "more_url": f"?{address}na={found[-1].pk}" if more else "",
    }
    return render_page(request, "pages/questions.html", context, part="questions")


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def ask(request: MemberRequest) -> HttpResponse:
    themes = queries.themes(request.community.town_id)
    form = QuestionForm(request.POST or None, member=request.member, themes=themes)
    form_key = request.POST.get("form_key") or jobs.new_form_key()
    if request.method == "POST" and form.may_go():
        try:
            return redirect(_ask(request, form, form_key))
        except actions.TooMany:
            form.add_error(None, _("You asked five questions today. Tomorrow you can ask more."))
    hints = form.hints if form.is_bound and form.is_valid() else []
    context = {"form": form, "form_key": form_key, "hints": hints, "asked": form.asks}
    status = 422 if request.method == "POST" and not form.only_asks else 200
    return render_page(request, "pages/ask.html", context, status=status)


@transaction.atomic
def _ask(request: MemberRequest, form: QuestionForm, form_key: str) -> str:
    if not jobs.first_time(form_key):
        return jobs.remembered(form_key) or "/over/wie-weet-het/"
    data = form.cleaned_data
    question = actions.ask(
        data["title"],
        text=data["text"],
        theme=form.chosen_theme(),
        reach=data.get("reach") or "up",
        by=request.member,
    )
    jobs.remember(form_key, question.get_absolute_url())
    messages.success(request, _("Your question stands on the site. You hear when somebody knows."))
    return question.get_absolute_url()


@require_safe
def question(request: PleinRequest, code: str) -> HttpResponse:
    found = access.visible_question(request.member, request.community, code)
    return _page(request, found, AnswerForm())


@require_POST
@greeted_required
def answer(request: MemberRequest, code: str) -> HttpResponse:
    found = access.visible_question(request.member, request.community, code)
    form = AnswerForm(request.POST)
    if form.may_go():
        try:
            _answer(request, found, form.cleaned_data["text"])
        except actions.TooMany:
            form.add_error(None, _("That were many answers today. Go on tomorrow."))
        else:
            return redirect(found)
    return _page(request, found, form, status=422)


@transaction.atomic
def _answer(request: MemberRequest, found: Question, text: str) -> None:
    """Once, also for an impatient thumb: the asker gets one message."""
    if jobs.first_time(request.POST.get("form_key", "")):
        actions.answer(found, text, by=request.member)
        messages.success(request, _("Thank you. Everybody can read your answer."))


def _page(
    request: PleinRequest, found: Question, form: AnswerForm, status: int = 200
) -> HttpResponse:
    member = request.member
    answers = access.answers_to(found, member)
    context = {
        "question": found,
        "answers": [(one, access.may_remove(one, member, found.community)) for one in answers],
        "form": form,
        "form_key": request.POST.get("form_key") or jobs.new_form_key(),
        "hints": form.hints if form.is_bound and form.is_valid() else [],
        "may_thank": access.may_thank(found, member),
        "may_remove": access.may_remove(found, member, found.community),
    }
    return render_page(request, "pages/question.html", context, status=status)


@require_POST
@member_required
def helped(request: MemberRequest, code: str, key: UUID) -> HttpResponse:
    found = access.visible_question(request.member, request.community, code)
    if not access.may_thank(found, request.member):
        raise PermissionDenied(_("Only who asked says what helped."))
    helps = request.POST.get("hielp") != "nee"
    given = access.answer_to(found, request.member, key)
    actions.mark_helped(given, helped=helps, by=request.member)
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def take_answer(request: MemberRequest, code: str, key: UUID) -> HttpResponse:
    found = access.visible_question(request.member, request.community, code)
    given = access.answer_to(found, request.member, key)
    if not access.may_remove(given, request.member, found.community):
        raise PermissionDenied(_("Only the person who wrote this can take it away."))
    if request.method != "POST":
        return _ask_first(request, found, given)
    actions.take_answer(given, by=request.member)
    messages.success(request, _("The answer is gone."))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def take_question(request: MemberRequest, code: str) -> HttpResponse:
    found = access.visible_question(request.member, request.community, code)
    if not access.may_remove(found, request.member, found.community):
        raise PermissionDenied(_("Only the person who wrote this can take it away."))
    if request.method != "POST":
        return _ask_first(request, found, found)
    actions.take_question(found, by=request.member)
    messages.success(request, _("The question is gone."))
    return redirect("pages:questions")


def _ask_first(request: MemberRequest, found: Question, thing: Question | Answer) -> HttpResponse:
    """What goes with it, and who hears of it, before anything is taken away."""
    context = {
        "question": found,
        "thing": thing,
        "whole": thing == found,
        "mine": thing.author_id == request.member.pk,
        "answers": found.answers.count(),
    }
    return render_page(request, "pages/take_away.html", context)
