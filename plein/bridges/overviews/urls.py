from django.urls import path

from plein.bridges.overviews import views

app_name = "overviews"

urlpatterns = [
    path("prikbord/", views.board, name="board"),
    path("agenda/", views.agenda, name="agenda"),
    path("etalage/", views.showcase, name="showcase"),
    path("organisaties/", views.directory, name="directory"),
    path("verhalen/", views.stories, name="stories"),
    path("zoeken/", views.search, name="search"),
    path("zoeken/voorstellen/", views.suggest, name="suggest"),
]
