from django.urls import path

from plein.shared.conversations import views

app_name = "conversations"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("wie-ik-niet-tegenkom/", views.keep_away, name="keep-away"),
    path("<slug:code>/", views.talk, name="talk"),
    path("<slug:code>/nieuw/", views.newer, name="newer"),
    path("<slug:code>/blokkeren/", views.block, name="block"),
]
