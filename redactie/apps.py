from django.apps import AppConfig
from django.contrib.admin import apps
from django.utils.module_loading import autodiscover_modules

from redactie.woorden import zeg_het_zo


class RedactieConfig(AppConfig):
    """The editors' desk: everything behind /beheer/ that Django's admin does not have itself."""

    default = True
    name = "redactie"
    verbose_name = "Redactie"

    def ready(self) -> None:
        from redactie import bijrij
        from redactie.geschiedenis import vermeldingen

        vermeldingen.volg()
        bijrij.ga_mee()
        autodiscover_modules("kwaliteit")
        zeg_het_zo()


class BeheerConfig(apps.AdminConfig):
    """Django's admin with our own site."""

    default = False
    default_site = "redactie.beheer.Beheer"
