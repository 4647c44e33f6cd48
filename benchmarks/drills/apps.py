from django.apps import AppConfig


class DrillsConfig(AppConfig):
    name = "benchmarks.drills"
    label = "drills"
