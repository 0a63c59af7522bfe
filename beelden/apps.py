from django.apps import AppConfig


class BeeldenConfig(AppConfig):
    name = "beelden"
    verbose_name = "Foto’s"
