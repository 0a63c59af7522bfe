from django.apps import AppConfig
from django.contrib.admin import apps


class RedactieConfig(AppConfig):
    """The editors' desk: everything behind /beheer/ that Django's admin does not have itself."""

    default = True
    name = "redactie"
    verbose_name = "Redactie"

    def ready(self) -> None:
        from redactie.geschiedenis.vastleggen import registreer

        registreer()


class BeheerConfig(apps.AdminConfig):
    """Django's admin with our own site."""

    default = False
    default_site = "redactie.beheer.Beheer"
