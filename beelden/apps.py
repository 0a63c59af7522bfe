from django.apps import AppConfig


class BeeldenConfig(AppConfig):
    name = "beelden"
    verbose_name = "Foto’s"

    def ready(self) -> None:
        import beelden.toestemming  # noqa: F401  # it follows what is said of consent
