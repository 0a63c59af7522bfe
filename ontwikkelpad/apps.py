from django.apps import AppConfig


class OntwikkelpadConfig(AppConfig):
    """The site as a whole: settings, editions, publishing and the Pad that is served."""

    name = "ontwikkelpad"
