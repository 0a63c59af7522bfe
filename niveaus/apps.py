from django.apps import AppConfig


class NiveausConfig(AppConfig):
    name = "niveaus"
    verbose_name = "Niveaus en groei"
