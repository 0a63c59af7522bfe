from django.apps import AppConfig


class PapierConfig(AppConfig):
    name = "papier"
