from django.urls import path

from plein.bridges.overviews.houses import EVERYTHING, HOUSES
from plein.bridges.overviews.views import files, pages

app_name = "overviews"

urlpatterns = [
    path("prikbord/", pages.board, name="board"),
    path("agenda/", pages.agenda, name="agenda"),
    path("etalage/", pages.showcase, name="showcase"),
    path("organisaties/", pages.directory, name="directory"),
    path("verhalen/", pages.stories, name="stories"),
    path("zoeken/", pages.search, name="search"),
    path("zoeken/voorstellen/", pages.suggest, name="suggest"),
    *(
        path(
            f"{house.path}/overzicht.<slug:form>",
            files.take,
            {"house": house.key},
            name=f"{house.url_name.split(':')[1]}-file",
        )
        for house in (*HOUSES, EVERYTHING)
    ),
]
