from django.apps import AppConfig
from django.db.models.signals import post_save


class AanbodConfig(AppConfig):
    name = "aanbod"
    verbose_name = "Aanbod van opleidingen"

    def ready(self) -> None:
        from aanbod import vindbaar  # noqa: F401  # what it says of opleidingen can be found
        from aanbod.gegevens import AANBOD
        from aanbod.overnemen import volg_eenheden
        from opleidingen.models import Opleiding
        from uitgave.gegevens import registreer

        registreer(AANBOD)
        post_save.connect(volg_eenheden, sender=Opleiding)
