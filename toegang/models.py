"""What happened around who may come in: the record that a beheerder reads."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Gebeurtenis(models.Model):
    """Something about logging in, accounts or backups. Nobody edits it; it holds no IP address."""

    class Soort(models.TextChoices):
        INGELOGD = "ingelogd", "ingelogd"
        GEWEIGERD = "geweigerd", "te vaak geprobeerd"
        TWEEDE_STAP = "tweede_stap", "tweede stap"
        WACHTWOORD = "wachtwoord", "wachtwoord"
        ACCOUNT = "account", "account en rol"
        KOPIE = "kopie", "reservekopie"

    tijd = models.DateTimeField("wanneer", default=timezone.now, db_index=True)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="wie")
    soort = models.CharField("soort", max_length=20, choices=Soort)
    wat = models.CharField("wat", max_length=300)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ["-tijd", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.wat
