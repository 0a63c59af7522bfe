from django.apps import AppConfig


class BeginnenConfig(AppConfig):
    name = "beginnen"
    verbose_name = "Zo begin je"
