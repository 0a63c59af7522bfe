from django.apps import AppConfig


class WeetjesConfig(AppConfig):
    """A kind of content that the site does not have: what CONTRIBUTING.md says to do for one, and no more."""

    name = "tests.weetjes"
    label = "weetjes"
    verbose_name = "Weetjes"
