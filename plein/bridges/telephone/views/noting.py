"""'Aan de telefoon': an ask on one page, while somebody talks."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import actions
from plein.bridges.telephone.forms import AskForm
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import queries as noticeboard_queries
from plein.features.noticeboard.elsewhere import Elsewhere, who_else
from plein.features.noticeboard.models import Post
from plein.foundation import jobs
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may, may_within
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("phone.answer", may_within)
def note(request: MemberRequest) -> HttpResponse:
    """The form counts once, however impatient a thumb is."""
    form, others = _form(request), list[Elsewhere]()
    if request.method == "POST" and form.is_valid():
        key = request.POST.get("form_key", "")
        try:
            with transaction.atomic():
                if not jobs.first_time(key):
                    return redirect(jobs.remembered(key) or "telephone:note")
                post = actions.note_ask(_said(form), by=request.member)
                done = _done(post, form)
                jobs.remember(key, done)
        except noticeboard.PlaceRests:
            form.add_error(None, _("This place takes no asks now. Name places that are open."))
            others = who_else(form.chosen_home, form.wanted().theme)
        except actions.ChooseThemselves:
            form.add_error(
                "through_name",
                _("This person is known here. They choose this themselves, or with a connector."),
            )
        except noticeboard.MayNotPost:
            form.add_error(None, _("First somebody of the place has to meet this person."))
        else:
            return redirect(done)
    context = {
        "form": form,
        "form_key": request.POST.get("form_key") or jobs.new_form_key(),
        "elsewhere": others,
        "calls_about_worries": may_within(request.member, "day.see", request.community),
        "done": request.GET.get("klaar", "")[:8],
        "through": "via" in request.GET,
    }
    status = 422 if form.errors else 200
    return render_page(request, "telephone/note.html", context, status=status)


def _done(post: Post, form: AskForm) -> str:
    """The page that says what to say now."""
    through = "&via" if form.cleaned_data["through_phone"] else ""
    return f"{reverse('telephone:note')}?klaar={post.code}{through}"


def _form(request: MemberRequest) -> AskForm:
    tree = request.community.tree
    homes = [home for home in tree.homes() if may(request.member, "phone.answer", home)]
    themes = noticeboard_queries.themes(request.community.town_id)
    return AskForm(request.POST or None, themes=themes, homes=homes)


def _said(form: AskForm) -> actions.Said:
    said = form.cleaned_data
    return actions.Said(
        name=said["name"],
        phone=said["phone"],
        home=form.chosen_home,
        wanted=form.wanted(),
        read_back=said["read_back"],
        agreed=said["agreed"],
        through_name=said["through_name"],
        through_phone=said["through_phone"],
    )
