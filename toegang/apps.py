from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ToegangConfig(AppConfig):
    """Who may come in at /beheer/: accounts, roles, throttling, the second step, the end of a session."""

    name = "toegang"

    def ready(self) -> None:
        from toegang import rollen

        apps.get_app_config("auth").verbose_name = "Accounts"
        post_migrate.connect(rollen.bijwerken, sender=self)
