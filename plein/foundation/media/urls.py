from django.urls import path

from plein.foundation.media import views

app_name = "media"

urlpatterns = [path("<uuid:pk>/<int:size>.webp", views.picture, name="picture")]
