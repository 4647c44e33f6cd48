"""Berichtjes: reading, sending, letting in, a kind word."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.features.pages import access, actions, queries
from plein.features.pages.forms.talking import NoteForm, ReactionForm
from plein.foundation import jobs
from plein.foundation.communities.access import greeted_required, member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.media.actions import loose_of
from plein.foundation.media.refusals import Refused
from plein.ui.render import render_page


def after(request: PleinRequest) -> UUID | None:
    """From which key a list goes on; an odd one begins at the newest."""
    try:
        return UUID(request.GET.get("na", ""))
    except ValueError:
        return None


@require_safe
def notes(request: PleinRequest) -> HttpResponse:
    found, more = queries.notes_page(request.member, request.community, after(request))
    mine = queries.notes_of(request.member) if request.member else []
    context = {
        "notes": found,
        "more_url": f"?na={found[-1].pk}" if more else "",
        "waiting": [note for note in mine if note.waits],
    }
    return render_page(request, "pages/notes.html", context, part="notes")


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def new_note(request: MemberRequest) -> HttpResponse:
    by = request.member
    kept = loose_of(request.POST.get("foto", ""), town=by.town_id, by=by)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = NoteForm(*sent, kept=kept, member=by)
    form_key = request.POST.get("form_key") or jobs.new_form_key()
    if request.method == "POST" and form.may_go():
        try:
            url = _send(request, form, form_key)
            return redirect(url)
        except Refused as refusal:
            form.add_error("photo", str(refusal.sentence))
        except actions.TooMany:
            form.add_error(None, _("You sent five notes today. Tomorrow you can send more."))
    context = {"form": form, "form_key": form_key, "hints": _hints(form), "asked": form.asks}
    if request.method == "POST":
        context["kept"] = form.keep_photo(by)
    status = 422 if request.method == "POST" and not form.only_asks else 200
    return render_page(request, "pages/new_note.html", context, status=status)


@transaction.atomic
def _send(request: MemberRequest, form: NoteForm, form_key: str) -> str:
    """Once, also for an impatient thumb."""
    if not jobs.first_time(form_key):
        return jobs.remembered(form_key) or "/over/berichtjes/"
    data = form.cleaned_data
    note = actions.send_note(
        data["text"],
        photo=data["photo"],
        alt=data["alt"],
        reach=data.get("reach") or "up",
        by=request.member,
    )
    jobs.remember(form_key, note.get_absolute_url())
    if not note.waits:
        messages.success(request, _("Your note stands on the site."))
    return note.get_absolute_url()


def _hints(form: NoteForm) -> list[str]:
    return form.hints if form.is_bound and form.is_valid() else []


@require_safe
def note(request: PleinRequest, code: str) -> HttpResponse:
    found = access.visible_note(request.member, request.community, code)
    queries.add_reactions([found], request.member)
    context = {
        "note": found,
        "mine": request.member is not None and found.author_id == request.member.pk,
        "lets_in": access.may_let_in(found, request.member),
    }
    return render_page(request, "pages/note.html", context)


@require_POST
@greeted_required
def react(request: MemberRequest, code: str) -> HttpResponse:
    """A kind word, or "weg": one that was said is taken back. htmx gets the new row of words."""
    found = access.visible_note(request.member, request.community, code)
    back = request.POST.get("weg")
    form = ReactionForm({"kind": back} if back else request.POST)
    if form.is_valid():
        try:
            kind = form.cleaned_data["kind"]
            actions.react(found, kind, wanted=not back, by=request.member)
        except actions.NoteIsOver:
            messages.info(request, _("This note is not on the site now."))
    if request.htmx:
        queries.add_reactions([found], request.member)
        return render_page(request, "pages/_kind_words.html", {"note": found})
    return redirect(found)


@require_POST
@member_required
def let_in(request: MemberRequest, code: str) -> HttpResponse:
    found = access.note_to_let_in(request.member, request.community, code)
    actions.let_in(found, by=request.member)
    words = _("The note stands on the site. From now on notes of %(name)s stand at once.")
    messages.success(request, words % {"name": found.author.name})
    return redirect(found)


@require_POST
@member_required
def take_note(request: MemberRequest, code: str) -> HttpResponse:
    found = access.removable_note(request.member, request.community, code)
    actions.take_note(found, by=request.member)
    messages.success(request, _("The note is gone."))
    return redirect("pages:notes")
