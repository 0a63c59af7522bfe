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
from uitgave.huidig import huidig
from uitgave.vastleggen import alleen


def meld_wachtenden() -> tuple[int, list[str]]:
    """Mail everybody for whom something waits; return how many mails went, and who could not be reached."""
    kopie, vandaag, verstuurd, mislukt = Werkkopie(), timezone.localdate(), 0, []
    for lid in leden().exclude(email=""):
        wacht = wachtend(lid, kopie)
        if not wacht or not _neem(lid, vandaag):
            continue
        try:
            send_mail(_onderwerp(), _tekst(lid, wacht), settings.DEFAULT_FROM_EMAIL, [lid.email])
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


def _onderwerp() -> str:
    naam = huidig.pad.document.sitenaam if huidig.pad else ""
    return " ".join(f"Er wacht iets op jou in het beheer{f' van {naam}' if naam else ''}".split())


def _tekst(lid: User, wacht: Iterable[Wacht]) -> str:
    regels = [f"- {deel.tekst}\n  {settings.ADRES}{deel.adres}" for deel in wacht]
    slot = "Je krijgt deze mail hooguit één keer per dag. Is alles klaar? Dan komt er geen mail."
    return "\n\n".join([f"Dag {wie(lid)},", "Dit wacht op jou in het beheer:", "\n".join(regels), slot]) + "\n"
