from django.urls import path

from plein.bridges.dayboard import views

app_name = "dayboard"
urlpatterns = [
    path("", views.today, name="today"),
    path("begroeten/<uuid:key>/", views.greet, name="greet"),
]
