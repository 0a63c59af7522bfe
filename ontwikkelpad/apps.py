from django.apps import AppConfig
from django.contrib.admin import apps


class OntwikkelpadConfig(AppConfig):
    """The site as a whole: settings, editions, publishing and the Pad that is served."""

    default = True
    name = "ontwikkelpad"


class BeheerConfig(apps.AdminConfig):
    """Django's admin with our own site, which adds preview and publishing."""

    default = False
    default_site = "ontwikkelpad.beheer.Beheer"
