from django.apps import AppConfig


class WerkgeversConfig(AppConfig):
    name = "werkgevers"
    verbose_name = "Voor werkgevers"
