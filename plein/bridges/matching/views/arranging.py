"""For managers: the weights with their history, and words of the place itself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.bridges.matching import access, weighed
from plein.bridges.matching.actions import choosing, linking
from plein.bridges.matching.forms import WeightsForm, WordForm
from plein.bridges.matching.models import ConceptLink, Word
from plein.bridges.matching.queries import arranged, together
from plein.foundation.communities.access import right_required
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@right_required("match.weigh")
def weights(request: MemberRequest) -> HttpResponse:
    """What counts how much. Everybody who asks may be shown this page."""
    town = request.community.tree.town
    history = arranged.history(town.pk)
    now = arranged.values_now(history)
    posted = request.POST if request.method == "POST" else None
    form = WeightsForm(posted, labels=weighed.labels(), initial=now)
    if form.is_valid():
        choosing.choose_weights(town, form.cleaned_data, by=request.member)
        messages.success(request, _("Saved. Suggestions are made anew with these weights."))
        return redirect("matching:weights")
    context = {
        "form": form,
        "now": weighed.said(now),
        "history": [(row, weighed.changed(row, before)) for row, before in history],
        "is_first": not history,
    }
    return render_page(
        request, "matching/weights.html", context, status=422 if form.errors else 200
    )


@require_POST
@right_required("match.weigh")
def put_back(request: MemberRequest, pk: UUID) -> HttpResponse:
    town = request.community.tree.town
    if pk.int == 0:
        choosing.put_back(None, town=town, by=request.member)
    else:
        row = access.weighing_in(request.community, pk)
        choosing.put_back(row, town=town, by=request.member)
    messages.success(request, _("Put back. Suggestions are made anew with these weights."))
    return redirect("matching:weights")


@get_or_post
@right_required("match.arrange")
def words(request: MemberRequest) -> HttpResponse:
    """Words that only people here use, and what they mean."""
    town, concepts = request.community.tree.town, arranged.concepts()
    posted = request.POST if request.method == "POST" else None
    form = WordForm(posted, concepts=arranged.choices(concepts))
    if form.is_valid():
        choosing.add_word(town, by=request.member, **form.cleaned_data)
        messages.success(request, _("Saved. Posts are read again with it."))
        return redirect("matching:words")
    rows = Word.objects.filter(town=town.pk).order_by("word")
    names = {key: name for key, name, _theme in concepts}
    context = {
        "form": form,
        "rows": [(row, names.get(row.concept, row.concept)) for row in rows],
        "asked": _links(town, ConceptLink.State.OPEN, names),
        "linked": _links(town, ConceptLink.State.APPROVED, names),
    }
    return render_page(request, "matching/words.html", context, status=422 if form.errors else 200)


@require_POST
@right_required("match.arrange")
def forget_word(request: MemberRequest, pk: UUID) -> HttpResponse:
    choosing.forget_word(access.word_in(request.community, pk), by=request.member)
    messages.success(request, _("The word is gone."))
    return redirect("matching:words")


@require_POST
@right_required("match.arrange")
def decide_link(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'Ja' counts in this place from now on; 'nee' is not asked again."""
    link = access.link_in(request.community, pk)
    yes = request.POST.get("wat") == "ja"
    linking.decide(link, together=yes, by=request.member)
    said = _("They belong together here from now on.") if yes else _("Thank you, we leave it.")
    messages.success(request, said)
    return redirect("matching:words")


def _links(
    town: Community, state: str, names: dict[str, str]
) -> list[tuple[ConceptLink, str, str]]:
    """With the names of both; what the files no longer know is left out."""
    rows = together.links(town.pk, state)
    return [
        (row, names[row.one], names[row.other])
        for row in rows
        if {row.one, row.other} <= set(names)
    ]
