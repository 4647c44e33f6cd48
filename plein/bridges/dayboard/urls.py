from django.urls import URLPattern

app_name = "dayboard"
urlpatterns: list[URLPattern] = []
