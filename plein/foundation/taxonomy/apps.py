from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    name = "plein.foundation.taxonomy"
    label = "taxonomy"
