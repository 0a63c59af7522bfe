from django.apps import AppConfig
from django.core.checks import register
from django.db.backends.signals import connection_created
from django.utils.module_loading import autodiscover_modules


class UitgaveConfig(AppConfig):
    """The engine of editions: what is content, how it is published, and what is served."""

    name = "uitgave"
    verbose_name = "Uitgaven"

    def ready(self) -> None:
        from uitgave import checks, sleutels, vastleggen, volgorde

        autodiscover_modules("soorten")
        vastleggen.volg_alles()
        sleutels.geef_sleutels()
        register(checks.controleer_soorten)
        connection_created.connect(volgorde.met_functies)
