"""A mail to each editor for whom something waits, once a day at most. It holds nothing of the content."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.utils import timezone

from redactie.kwaliteit.bevindingen import Werkkopie
from redactie.leden import leden
from redactie.models import Gemaild
from redactie.templatetags.wie_wanneer import wie
from redactie.wachtend import Wacht, wachtend
from uitgave.soort import soorten
from uitgave.vastleggen import alleen

WACHT = "Er wacht iets op jou in het beheer van"


def meld_wachtenden() -> tuple[int, list[str]]:
    """Mail everybody for whom something waits; return how many mails went, and who could not be reached."""
    kopie, vandaag, verstuurd, mislukt = Werkkopie(), timezone.localdate(), 0, []
    site, onderwerp = _waar(kopie, f"{settings.ADRES}/"), _waar(kopie, settings.ADRES.partition("://")[2])
    for lid in leden().exclude(email=""):
        wacht = wachtend(lid, kopie)
        if not wacht or not _neem(lid, vandaag):
            continue
        try:
            send_mail(f"{WACHT} {onderwerp}", _tekst(lid, site, wacht), settings.DEFAULT_FROM_EMAIL, [lid.email])
            verstuurd += 1
        except OSError:  # all that can be wrong between here and there, smtplib's own included
            Gemaild.objects.filter(wie=lid).delete()
            mislukt.append(lid.get_username())
    return verstuurd, mislukt


def _neem(lid: User, vandaag: date) -> bool:
    """Note that somebody gets the mail of today; False when that was so already, also by another process."""
    with alleen():
        if Gemaild.objects.filter(wie=lid, op=vandaag).exists():
            return False
        Gemaild.objects.update_or_create(wie=lid, defaults={"op": vandaag})
        return True


def _waar(kopie: Werkkopie, adres: str) -> str:
    """Return which site this is, in one line: its name and address; without a name its address alone."""
    namen = [str(rij) for soort in soorten() if soort.verplicht_enig for rij in kopie.rijen[soort.model]]
    return " ".join(f"{namen[0]} ({adres})".split()) if namen else adres


def _tekst(lid: User, site: str, wacht: Iterable[Wacht]) -> str:
    regels = [f"- {deel.tekst}\n  {settings.ADRES}{deel.adres}" for deel in wacht]
    slot = "Je krijgt deze mail hooguit één keer per dag. Is alles klaar? Dan komt er geen mail.\n"
    return "\n\n".join([f"Dag {wie(lid)},", f"Dit wacht op jou in het beheer van {site}:", "\n".join(regels), slot])
