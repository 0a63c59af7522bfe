from django.apps import AppConfig


class OntwikkelpadConfig(AppConfig):
    """The site as a whole: settings, addresses, server, and the pages and texts that belong to no single kind."""

    name = "ontwikkelpad"
    verbose_name = "De site"
