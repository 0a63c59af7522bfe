"""What the gate asks of photos that visitors will see."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format

from beelden.models import Foto
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, regel
from uitgave.intrekken import nu_ingetrokken
from zoeken.vouwen import gevouwen

BIJNA = timedelta(days=60)
LANG = 125  # characters: what is read aloud in one breath
BESTANDSNAAM = re.compile(
    r"\.(jpe?g|png|webp|heic|avif)\s*$|^(img|dsc|dscf|pxl|mvi|whatsapp image)[ _-]?\d", re.IGNORECASE
)


def gebruikte(kopie: Werkkopie) -> Iterator[tuple[Foto, list[Model]]]:
    """Yield each photo that something shows, with the rows that do."""
    for foto in kopie.rijen[Foto]:
        relaties: Any = Foto._meta.related_objects
        rijen = [rij for relatie in relaties for rij in getattr(foto, relatie.get_accessor_name()).all()]
        if getoond := [rij for rij in rijen if rij in kopie.getoond[type(rij)]]:
            yield foto, getoond


def beschrijving(kopie: Werkkopie) -> Iterator[Bevinding]:
    for foto, rijen in gebruikte(kopie):
        if not foto.beeld:
            yield fout(Regel.ONTBREEKT, f"Bij de foto {foto} is geen bestand gekozen.", foto, *rijen)
        if BESTANDSNAAM.search(foto.alt):
            tekst = f"Foto {foto}: ‘{foto.alt}’ is de naam van een bestand. Schrijf op wat je ziet."
            yield fout(Regel.ONTBREEKT, tekst, foto)
        elif gevouwen(foto.alt).strip(" .") in (gevouwen(foto.naam), "foto", "afbeelding"):
            yield let_op(Regel.ONTBREEKT, f"Foto {foto}: ‘{foto.alt}’ zegt niet wat je ziet. Wie doet wat?", foto)
        elif len(foto.alt) > LANG:
            tekst = f"Foto {foto}: de tekst over wat je ziet heeft {len(foto.alt)} tekens. Maak er hooguit {LANG} van."
            yield let_op(Regel.ZINNEN, tekst, foto)


def toestemming(kopie: Werkkopie) -> Iterator[Bevinding]:
    gebruikt = list(gebruikte(kopie))
    vandaag, weg = timezone.localdate(), nu_ingetrokken() if gebruikt else frozenset()
    for foto, rijen in gebruikt:
        tot = date_format(foto.tot, "j F Y") if foto.tot else ""
        if foto.beeld and foto.beeld in weg:
            tekst = f"Van de foto {foto} is de toestemming ingetrokken. Haal hem weg waar hij is gekozen."
            yield fout(Regel.VERLOPEN, tekst, foto, *rijen)
        elif not (foto.toestemming_van and foto.toestemming_op and foto.tot):
            tekst = f"Bij de foto {foto} staat niet van wie, wanneer of tot welke dag er toestemming is. Vul dat in."
            yield fout(Regel.ONTBREEKT, tekst, foto)
        elif foto.tot < vandaag:
            tekst = f"De toestemming voor de foto {foto} gold tot en met {tot}. Bezoekers zien hem niet meer."
            yield fout(Regel.VERLOPEN, f"{tekst} Vraag opnieuw toestemming, of haal hem weg.", foto, *rijen)
        elif foto.tot - vandaag <= BIJNA:
            tekst = f"De toestemming voor de foto {foto} geldt nog tot en met {tot}. Vraag op tijd om nieuwe."
            yield let_op(Regel.VERLOPEN, tekst, foto)


regel(beschrijving, toestemming)
