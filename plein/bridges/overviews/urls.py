from django.urls import path

from plein.bridges.overviews.houses import EVERYTHING, HOUSES
from plein.bridges.overviews.views import arranging, desk, files, organisations, pages

app_name = "overviews"

urlpatterns = [
    path("prikbord/", pages.board, name="board"),
    path("agenda/", pages.agenda, name="agenda"),
    path("etalage/", pages.showcase, name="showcase"),
    path("organisaties/", pages.directory, name="directory"),
    path("verhalen/", pages.stories, name="stories"),
    path("zoeken/", pages.search, name="search"),
    path("zoeken/voorstellen/", pages.suggest, name="suggest"),
    path("van-organisatie/<uuid:key>/", organisations.of_organisation, name="of-organisation"),
    path("balie/", desk.search, name="desk"),
    path("balie/mandje/", desk.basket, name="basket"),
    path("zoekwoorden/", arranging.synonyms, name="synonyms"),
    path("zoekwoorden/weg/", arranging.drop_synonym, name="drop-synonym"),
    path("bewaard/", arranging.saved_lists, name="saved-lists"),
    path("bewaard/<slug:code>/", arranging.saved, name="saved"),
    path("bewaard/<slug:code>/weg/", arranging.drop_saved, name="drop-saved"),
    path("bewaard/<slug:code>/overzicht.<slug:form>", arranging.saved_file, name="saved-file"),
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
