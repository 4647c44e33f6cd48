from django.urls import path

from plein.bridges.publications.views import choosing, fetching, keeping, reading

app_name = "publications"

urlpatterns = [
    path("", choosing.choose, name="choose"),
    path("neem-mee/<slug:house>/", choosing.take_along, name="take-along"),
    path("neem-mee/<slug:house>/<str:query>/", choosing.take_along, name="take-along"),
    path("poster/<uuid:key>/", choosing.poster, name="poster"),
    path("mijn/", keeping.mine, name="mine"),
    path("vast/<slug:code>/", keeping.standing, name="standing"),
    path("vast/<slug:code>/bestand/", keeping.newest, name="newest"),
    path("vast/<slug:code>/stop/", keeping.stop, name="stop"),
    path("vast/<slug:code>/wie/", reading.readers, name="readers"),
    path("vast/<slug:code>/wie/<uuid:key>/weg/", reading.drop_reader, name="drop-reader"),
    path("post/<str:key>/", reading.reader, name="reader"),
    path("<str:key>/", fetching.order, name="order"),
    path("<str:key>/bestand/", fetching.file, name="file"),
    path("<str:key>/bewaren/", keeping.keep, name="keep"),
]
