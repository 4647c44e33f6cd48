from django.urls import path

from plein.bridges.overviews import views

app_name = "overviews"

urlpatterns = [path("prikbord/", views.board, name="board")]
