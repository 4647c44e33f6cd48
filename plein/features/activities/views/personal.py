"""My own activities, and the page behind a personal link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.activities import access, queries, telling, wording
from plein.features.activities.actions import enrolling
from plein.features.activities.forms.enrolling import BringForm
from plein.features.activities.keys import key_of, personal_path
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.features.activities.views.activities import file_of
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.organisations.access import organisations_of
from plein.ui.render import render_page


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """What I go to, and what I organise."""
    member = request.member
    going = [
        (each, wording.when_words(each.occurrence), personal_path(each))
        for each in queries.my_registrations(member)
    ]
    context = {
        "going": going,
        "made": [_made(*each) for each in queries.made_by(member)],
        "over": [activity for activity, _next in queries.made_by(member, over=True)],
        "may_make": access.may_make(member),
        "organisations": organisations_of(member),
    }
    return render_page(request, "activities/mine.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine_one(request: PleinRequest, key: str) -> HttpResponse:
    """First a page, then a button: what opens links by itself changes nothing.

    `wat` says what: ja, nee, mensen or weer.
    """
    registration = access.my_registration(request.community, key)
    form = BringForm(None, activity=registration.occurrence.activity, now=registration.people)
    if request.method == "POST":
        what = request.POST.get("wat", "")
        if what == "mensen":
            form = BringForm(
                request.POST, activity=registration.occurrence.activity, now=registration.people
            )
            if not form.is_valid():
                return _one(request, registration, form, 422)
        _change(request, registration, what, form)
        return redirect("activities:mine-one", key)
    return _one(request, registration, form, 200)


@never_cache
@require_safe
def mine_ics(request: PleinRequest, key: str) -> HttpResponse:
    from plein.features.activities.calendar_writing import of_registration

    registration = access.my_registration(request.community, key)
    activity = registration.occurrence.activity
    rows = activity.occurrences.exclude(day=None).order_by("day")
    return file_of(of_registration(registration, rows), activity.address)


def _change(request: PleinRequest, registration: Registration, what: str, form: BringForm) -> None:
    by = request.member if request.member and request.member == registration.member else None
    try:
        if what == "ja":
            enrolling.accept(registration, by=by)
        elif what == "nee":
            enrolling.leave(registration, by=by)
            messages.success(request, _("You are off the list. Thank you for telling it."))
        elif what == "weer":
            enrolling.queue_again(registration, by=by)
        elif what == "mensen":
            enrolling.bring(registration, form.cleaned_data["people"], by=by)
            messages.success(request, _("Your changes have been saved."))
    except enrolling.StandsAlready:
        messages.info(request, _("You enrolled again already. You find it in the newest mail."))
    except enrolling.OfferIsOver:
        messages.warning(request, _("The time to answer is over. The seat went to the next."))
    except enrolling.EnrolmentIsClosed:
        messages.warning(request, _("Enrolling is not possible any more."))
    except (enrolling.NoSeatForThem, enrolling.TooManyPeople):
        messages.warning(request, _("There is no room for more people."))


def _one(
    request: PleinRequest, registration: Registration, form: BringForm, status: int
) -> HttpResponse:
    row = registration.occurrence
    activity = row.activity
    context = {
        "registration": registration,
        "activity": activity,
        "row": row,
        "key": key_of(registration),
        "words": wording.when_words(row),
        "where": wording.at_which_place(activity),
        "answer_before": telling.offer_end(registration) if registration.is_offered else "",
        "form": form,
        "may_bring": activity.guests > 0 and registration.stands and not row.is_over,
        "open": enrolling.is_open(row),
    }
    return render_page(request, "activities/mine_one.html", context, status=status)


def _made(
    activity: Activity, following: Occurrence | None
) -> tuple[Activity, Occurrence | None, str]:
    return activity, following, wording.when_words(following) if following else ""
