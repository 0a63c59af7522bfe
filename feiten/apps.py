from django.apps import AppConfig


class FeitenConfig(AppConfig):
    name = "feiten"
    verbose_name = "Feiten"
