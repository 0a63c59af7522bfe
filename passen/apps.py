from django.apps import AppConfig


class PassenConfig(AppConfig):
    name = "passen"
    verbose_name = "Wat past bij mij?"
