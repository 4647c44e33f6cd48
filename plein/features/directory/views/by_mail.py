"""What an organisation does from our mail, without signing in: a page first, then a button."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.features.directory import access, actions, keys, wording
from plein.features.directory.actions.confirming import lines_of
from plein.features.directory.domains import is_free_mail
from plein.features.directory.forms.keeping import HandOverForm, RemarkForm
from plein.features.directory.models import Contact, Entry, Invitation
from plein.features.directory.views.pages import get_or_post
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page


def _contact(request: PleinRequest, key: str) -> Contact:
    """Whose mail this was. An address that was changed or stopped since opens nothing."""
    read = keys.read_key(keys.CONFIRM, key)
    contacts = Contact.objects.filter(town=request.community.town_id, stopped_at=None)
    contact = contacts.filter(pk=read.about, mail=read.stamp).first() if read else None
    if contact is None:
        raise Http404
    return contact


def _entry(request: PleinRequest, contact: Contact) -> Entry:
    entry = access.entry_with(request.community, contact.entry_id)
    if entry is None:
        raise Http404
    contact.entry = entry
    return entry


@get_or_post
def confirm(request: PleinRequest, key: str) -> HttpResponse:
    """Right, not right, or not for me any more."""
    contact = _contact(request, key)
    entry = _entry(request, contact)
    answer = request.POST.get("answer", "")
    remark_form = RemarkForm(request.POST if answer == "wrong" else None)
    over_form = HandOverForm(request.POST if answer == "over" else None)
    if answer == "right":
        actions.confirm(entry)
        return _thanks(request, entry, "right")
    if answer == "wrong" and remark_form.is_valid():
        try:
            actions.remark(entry, by=None, from_contact=True, **remark_form.cleaned_data)
        except actions.EnoughRemarks:
            messages.info(request, _("Thank you. Others told us as well, we are looking at it."))
        return _thanks(request, entry, "wrong")
    if answer == "over" and over_form.is_valid():
        actions.hand_over(contact, to=over_form.cleaned_data["mail"])
        return _thanks(request, entry, "over")
    status = 422 if remark_form.errors or over_form.errors else 200
    context = {
        "entry": entry,
        "contact": contact,
        "lines": lines_of(entry),
        "trust_words": wording.trust_words(entry),
        "remark_form": remark_form,
        "over_form": over_form,
    }
    return render_page(request, "directory/confirm.html", context, status=status)


def _thanks(request: PleinRequest, entry: Entry, answer: str) -> HttpResponse:
    context = {"entry": entry, "answer": answer}
    return render_page(request, "directory/confirm_thanks.html", context)


@get_or_post
def invited(request: PleinRequest, key: str) -> HttpResponse:
    """A personal invitation: look at what is there, say that it is right, keep the page."""
    read = keys.read_key(keys.INVITE, key)
    found = Invitation.objects.filter(town=request.community.town_id)
    found = found.select_related("contact", "campaign")
    invitation = found.filter(pk=read.about, contact__mail=read.stamp).first() if read else None
    entry = access.entry_with(request.community, invitation.entry_id) if invitation else None
    if invitation is None or entry is None:
        raise Http404
    if invitation.opened_at is None:
        invitation.opened_at = timezone.now()
        invitation.save(update_fields=["opened_at"])
    if request.POST.get("answer") == "right":
        actions.confirm(entry)
        return _thanks(request, entry, "right")
    if request.POST.get("answer") == "keep" and request.member and request.member.is_here:
        return _keep(request, entry, invitation)
    context = {
        "entry": entry,
        "lines": lines_of(entry),
        "signed_in": request.member is not None,
    }
    return render_page(request, "directory/invited.html", context)


def _keep(request: PleinRequest, entry: Entry, invitation: Invitation) -> HttpResponse:
    """A steward wrote to this address; unless anybody may have such an address, that is enough."""
    assert request.member is not None  # noqa: S101 - the caller looked
    if access.speaks_for(request.member, entry):
        return redirect(entry)
    claim = actions.claim_through_steward(
        entry, _("Opened our invitation to this organisation."), by=request.member
    )
    inviter, contact = invitation.campaign.by, invitation.contact
    # The same mail opens once: after that it may be anybody's, or somebody was let go.
    stands = contact if contact and contact.stopped_at is None else None
    is_new = invitation.claimed_at is None
    if is_new and stands and not is_free_mail(stands.mail) and inviter:
        actions.grant(claim, by=inviter)
        messages.success(request, _("From now on you keep this page."))
    else:
        messages.success(request, _("Somebody looks at it and tells you."))
    return redirect(entry)
