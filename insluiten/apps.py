from django.apps import AppConfig


class InsluitenConfig(AppConfig):
    name = "insluiten"
    verbose_name = "Insluiten"
