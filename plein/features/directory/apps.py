from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "plein.features.directory"
    label = "directory"
