from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    name = "plein.foundation.taxonomy"
    label = "taxonomy"

    def ready(self) -> None:
        from plein.foundation.communities import subjects
        from plein.foundation.taxonomy import queries

        subjects.register(queries.subjects)
