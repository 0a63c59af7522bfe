from django.apps import AppConfig
from django.apps import apps as alle
from django.contrib.admin import apps
from django.db.models.signals import post_migrate


class RedactieConfig(AppConfig):
    """The editors' desk: everything behind /beheer/ that Django's admin does not have itself."""

    default = True
    name = "redactie"
    verbose_name = "Redactie"

    def ready(self) -> None:
        from redactie import geschiedenis, rollen

        alle.get_app_config("auth").verbose_name = "Accounts"
        geschiedenis.registreer()
        post_migrate.connect(rollen.bijwerken, sender=self)


class BeheerConfig(apps.AdminConfig):
    """Django's admin with our own site."""

    default = False
    default_site = "redactie.beheer.Beheer"
