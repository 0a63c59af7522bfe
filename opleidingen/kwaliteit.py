"""What the gate asks of opleidingen and diploma's."""

from collections.abc import Iterator

from opleidingen.keuzes import Erkenning
from opleidingen.models import Opleiding, Verwijzing
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel


def zonder_aanbieder(kopie: Werkkopie) -> Iterator[Bevinding]:
    diplomas = [rij for rij in kopie.getoond[Opleiding] if rij.erkenning == Erkenning.BRANCHE]
    if zonder := [rij for rij in diplomas if not rij.leeroverzicht_url and not rij.aanbieders.all()]:
        tekst = f"Opleiding van de sector zonder link of aanbieder: {opsomming(zonder)}. Waar kun je dit leren?"
        yield let_op(Regel.ONTBREEKT, tekst, *zonder)


def codes(kopie: Werkkopie) -> Iterator[Bevinding]:
    for opleiding in kopie.getoond[Opleiding]:
        yield from code(opleiding)


def code(opleiding: Opleiding) -> Iterator[Bevinding]:
    """Yield what is wrong with the code of one opleiding: its register may have got another mask since it was typed."""
    if reden := opleiding.codefout():
        yield fout(Regel.CODE, f"Opleiding {opleiding.naam}: {reden}", opleiding)
    elif opleiding.code_is_ongewoon():
        tekst = f"Opleiding {opleiding.naam}: {opleiding.code} is geen gewone code voor"
        yield let_op(Regel.CODE, f"{tekst} {opleiding.coderegister}. Klopt het register?", opleiding)


def zonder_opleiding(kopie: Werkkopie) -> Iterator[Bevinding]:
    if zonder := [rij for rij in kopie.getoond[Verwijzing] if not any(rij.adressen(kopie.getoond[Opleiding]))]:
        tekst = f"Verwijzing die bij geen opleiding past: {opsomming(zonder)}. Kies andere registers of niveaus."
        yield let_op(Regel.ONGEBRUIKT, tekst, *zonder)


regel(zonder_aanbieder, codes, zonder_opleiding)
