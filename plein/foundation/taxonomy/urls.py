"""What I like, and the lists of a town."""

from django.urls import URLPattern, path

from plein.foundation.taxonomy import views

app_name = "taxonomy"


def _pages(place: str, which: str) -> list[URLPattern]:
    """Adding to and changing one of the two lists."""
    start, extra = f"instellingen/{place}/", {"which": which}
    return [
        path(f"{start}nieuw/", views.add, extra, name="add"),
        path(f"{start}<uuid:pk>/", views.change, extra, name="change"),
        path(f"{start}<uuid:pk>/stap/", views.step, extra, name="step"),
    ]


urlpatterns = [
    path("mijn/profiel/interesses/", views.interests, name="interests"),
    path("mijn/profiel/talenten/", views.talents, name="talents"),
    path("mijn/profiel/doelgroepen/", views.groups, name="groups"),
    path("instellingen/themas/", views.entries, {"which": "thema"}, name="themes"),
    path("instellingen/doelgroepen/", views.entries, {"which": "doelgroep"}, name="target-groups"),
    *_pages("themas", "thema"),
    *_pages("doelgroepen", "doelgroep"),
]
