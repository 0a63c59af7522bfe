from django.apps import AppConfig


class AntwoordenConfig(AppConfig):
    name = "antwoorden"
    verbose_name = "Antwoorden"
