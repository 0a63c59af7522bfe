from django.apps import AppConfig


class FunctiesConfig(AppConfig):
    name = "functies"
    verbose_name = "Functies"
