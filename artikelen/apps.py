from django.apps import AppConfig


class ArtikelenConfig(AppConfig):
    name = "artikelen"
    verbose_name = "Artikelen om te lezen"
