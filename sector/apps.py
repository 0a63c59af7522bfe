from django.apps import AppConfig


class SectorConfig(AppConfig):
    name = "sector"
    verbose_name = "De sector in cijfers"
