"""The list of who comes, on a phone and on paper, and a message to all. The organiser only."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plein.features.activities import access, paper, queries, wording
from plein.features.activities import attendance as attendance_of
from plein.features.activities.actions import attending, enrolling
from plein.features.activities.forms.arranging import MessageForm
from plein.features.activities.forms.enrolling import QUESTION_WORDS
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.foundation import jobs
from plein.foundation.accounts.addresses import shown
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@get_or_post
@member_required
def attendance(request: MemberRequest, address: Address, when: date | None) -> HttpResponse:
    """Names, people and answers; tick who came."""
    found = access.own_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    overall = attendance_of.by_date(row)
    if request.method == "POST" and not overall:
        came = {UUID(key) for key in request.POST.getlist("er") if _is_key(key)}
        number = attending.note_who_came(row, came, by=request.member)
        said = ngettext("%(number)d came. Saved.", "%(number)d came. Saved.", number)
        messages.success(request, said % {"number": number})
        return redirect("activities:attendance", found.address, row.when)
    enrolled = attendance_of.enrolled_on(row)
    rows = list(queries.registrations_of(enrolled).standing().order_by("number"))
    lines = _expected(row, overall=overall)
    waiting = [_line(each, found.questions) for each in rows if each.waits]
    context = {
        "activity": found,
        "row": row,
        "enrolled": enrolled,
        "overall": overall,
        "dates": _dates(found) if overall else [],
        "words": wording.when_words(row),
        "coming": lines,
        "offered": [_line(each, found.questions) for each in rows if each.state == "offered"],
        "waiting": waiting,
        "people": sum(line["row"].people for line in lines),
        "numbers": queries.numbers_of(enrolled),
        "questions": [QUESTION_WORDS.get(key, key) for key in found.questions],
        "empty_lines": range(_room(found.title, lines, len(waiting))),
    }
    return render_page(request, "activities/attendance.html", context)


def _expected(row: Occurrence, *, overall: bool) -> list[dict[str, Any]]:
    """At the door a name is looked for; only who waits stands in the order of the line."""
    listed = sorted(attendance_of.on_the_list(row), key=lambda each: each.name.casefold())
    came = attendance_of.came_to(row)
    times = attendance_of.times_of(listed, row.town_id) if overall else {}
    return [
        _line(each, row.activity.questions) | {"came": each.pk in came, "times": times.get(each.pk)}
        for each in listed
    ]


def _dates(activity: Activity) -> list[dict[str, Any]]:
    return [
        {"row": row, "words": wording.when_words(row), "counted": counted}
        for row, counted in attendance_of.dates_of(activity)
    ]


@never_cache
@get_or_post
@member_required
def one(request: MemberRequest, address: Address, when: date | None, pk: UUID) -> HttpResponse:
    """Somebody called: they come, or they do not come after all. That is asked first."""
    found = access.own_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    registration = get_object_or_404(queries.registrations_of(row), pk=pk)
    if request.method != "POST" and registration.stands:
        return _take_off(request, row, registration)
    if request.POST.get("wat") == "komt":
        try:
            enrolling.accept(registration, by=request.member)
        except enrolling.OfferIsOver:
            messages.warning(request, _("The time to answer is over. The seat went to the next."))
    elif request.method == "POST":
        enrolling.leave(registration, by=request.member)
        said = _("%(name)s is not on the list any more.")
        messages.success(request, said % {"name": registration.name})
    return redirect("activities:attendance", found.address, row.when)


def _take_off(request: MemberRequest, row: Occurrence, registration: Registration) -> HttpResponse:
    context = {
        "activity": row.activity,
        "row": row,
        "words": wording.when_words(row),
        "person": registration,
        "numbers": queries.numbers_of(row),
    }
    return render_page(request, "activities/take_off.html", context)


@get_or_post
@member_required
def message(request: MemberRequest, address: Address, when: date | None) -> HttpResponse:
    """The same words to everybody who comes or waits."""
    found = access.own_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        key = request.POST.get("form_key", "") or jobs.new_form_key()
        words = form.cleaned_data["words"]
        number = attending.message_all(row, words, by=request.member, key=key[:40])
        said = ngettext(
            "Your message goes to %(number)d person.",
            "Your message goes to %(number)d people.",
            number,
        )
        messages.success(request, said % {"number": number})
        return redirect("activities:attendance", found.address, row.when)
    context = {
        "activity": found,
        "row": row,
        "words": wording.when_words(row),
        "form": form,
        "form_key": jobs.new_form_key(),
        "numbers": queries.numbers_of(row),
        "by_phone": queries.without_mail(row),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/message.html", context, status=status)


def _room(title: str, lines: list[dict[str, Any]], waiting: int) -> int:
    """Lines for who comes in without a word before, until the page is full."""
    heights = [
        paper.row_of(
            f"{line['row'].name} {line['phone']}",
            [answer if line["alone"] else f"{words} {answer}" for words, answer in line["answers"]],
        )
        for line in lines
    ]
    return paper.empty_lines(heights, head=paper.head_of(title), behind=paper.waiting_of(waiting))


def _line(registration: Registration, questions: list[str]) -> dict[str, Any]:
    asked = [QUESTION_WORDS.get(key, key) for key in questions]
    answers = zip(asked, registration.answers, strict=False)
    return {
        "row": registration,
        "answers": [(words, answer) for words, answer in answers if answer],
        "alone": len(asked) == 1,
        "phone": shown(registration.phone) if registration.phone else "",
    }


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
