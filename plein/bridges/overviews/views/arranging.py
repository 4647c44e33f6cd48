"""Lists that are kept under a name, and words that mean the same in this place."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.bridges.overviews import actions
from plein.bridges.overviews.files.taken import taken
from plein.bridges.overviews.forms import SavedForm, SynonymForm
from plein.bridges.overviews.houses import HOUSES, house_of
from plein.bridges.overviews.lists import lists_for
from plein.bridges.overviews.models import SavedList, Synonym
from plein.bridges.overviews.reading import is_lost, read_query
from plein.bridges.overviews.search.meanings import USUAL
from plein.bridges.overviews.views.files import answer, form_or_404
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def synonyms(request: MemberRequest) -> HttpResponse:
    form = SynonymForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        actions.add_synonym(words, community=request.community, by=request.member)
        messages.success(request, _("From now on these words find each other."))
        return HttpResponseRedirect(request.path)
    own = Synonym.objects.filter(town=request.community.town_id)
    context = {"form": form, "own": own, "usual": USUAL}
    status = 422 if form.errors else 200
    return render_page(request, "overviews/synonyms.html", context, status=status)


@require_POST
@right_required("community.arrange")
def drop_synonym(request: MemberRequest) -> HttpResponse:
    own = Synonym.objects.filter(town=request.community.town_id)
    synonym = get_object_or_404(own, words=request.POST.get("words", "").replace("\0", ""))
    actions.drop_synonym(synonym, by=request.member)
    return HttpResponseRedirect(reverse("overviews:synonyms"))


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("directory.desk")
def saved_lists(request: MemberRequest) -> HttpResponse:
    """All kept lists of this place; with `blok` and `vraag` in the address also a new one."""
    community = request.community
    house = house_of(request.GET.get("blok", ""))
    filters = read_query(request.GET.get("vraag", ""), lists_for(community, house))
    form = SavedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.save(
            form.cleaned_data["name"],
            house.key,
            filters.to_keep,
            community=community,
            by=request.member,
        )
        messages.success(request, _("This list has an address of its own now."))
        return HttpResponseRedirect(reverse("overviews:saved-lists"))
    context = {
        "form": form,
        "wanted": "vraag" in request.GET,
        "house": house,
        "filters": filters,
        "lists": SavedList.objects.filter(town=community.town_id, community=community),
        "houses": {each.key: each.title for each in HOUSES},
    }
    status = 422 if form.errors else 200
    return render_page(request, "overviews/saved_lists.html", context, status=status)


@require_POST
@right_required("directory.desk")
def drop_saved(request: MemberRequest, code: str) -> HttpResponse:
    actions.drop_saved(_saved(request, code), by=request.member)
    return HttpResponseRedirect(reverse("overviews:saved-lists"))


@require_safe
def saved(request: PleinRequest, code: str) -> HttpResponse:
    """The address that stays: always what fits now."""
    kept = _saved(request, code)
    house = house_of(kept.house)
    if is_lost(kept.query, lists_for(request.community, house)):
        messages.warning(
            request,
            _("Something that was chosen in this list is not here any more, so you see more now."),
        )
    url = reverse(house.url_name)
    return HttpResponseRedirect(f"{url}?{kept.query}" if kept.query else url)


@require_safe
def saved_file(request: PleinRequest, code: str, form: str) -> HttpResponse:
    kept = _saved(request, code)
    house = house_of(kept.house)
    form_or_404(request.community, house, form)
    lists = lists_for(request.community, house)
    if is_lost(kept.query, lists):
        raise Http404
    filters = read_query(kept.query, lists)
    return answer(request, taken(request.community, house, filters, lists), house, form)


def _saved(request: PleinRequest, code: str) -> SavedList:
    here = SavedList.objects.filter(town=request.community.town_id, community=request.community)
    return get_object_or_404(here, code=code)
