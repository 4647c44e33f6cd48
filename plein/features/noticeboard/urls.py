from django.urls import URLPattern

app_name = "noticeboard"
urlpatterns: list[URLPattern] = []
