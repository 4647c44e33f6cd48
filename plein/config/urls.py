"""All addresses. Paths are Dutch: they are what people see."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("plein.bridges.home.urls")),
    path("", include("plein.foundation.communities.sign_in_urls")),
    path("", include("plein.foundation.taxonomy.urls")),
    path("", include("plein.foundation.organisations.urls")),
    path("", include("plein.foundation.care.urls")),
    path("", include("plein.foundation.proofs.urls")),
    path("", include("plein.foundation.communities.urls")),
    path("", include("plein.ui.urls")),
    path("", include("plein.operations.urls")),
    path("", include("plein.bridges.overviews.urls")),
    path("prikbord/", include("plein.features.noticeboard.urls")),
    path("activiteiten/", include("plein.features.activities.urls")),
    path("organisaties/", include("plein.features.directory.urls")),
    path("over/", include("plein.features.pages.urls")),
    path("suggesties/", include("plein.bridges.matching.urls")),
    path("op-papier/", include("plein.bridges.publications.urls")),
    path("matchpunt/", include("plein.bridges.matchpoint.urls")),
    path("", include("plein.bridges.referrals.urls")),
    path("gesprekken/", include("plein.shared.conversations.urls")),
    path("berichten/", include("plein.shared.notifications.urls")),
    path("melden/", include("plein.shared.moderation.urls")),
    path("dagstart/", include("plein.bridges.dayboard.urls")),
    path("", include("plein.bridges.telephone.urls")),
    path("beeld/", include("plein.foundation.media.urls")),
    path("beheer/", admin.site.urls),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("plein.demo.urls")))
