from django.urls import path

from plein.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.logins, name="logins"),
    path("word/beheer/", views.become_operator, name="become-operator"),
    path("word/<slug:key>/", views.become, name="become"),
    path("post/", views.post, name="post"),
]
