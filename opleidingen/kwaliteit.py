"""What the gate asks of opleidingen and diploma's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from opleidingen.codestand import Codestand, Stand
from opleidingen.geldigheid import sluit as eerste_dag
from opleidingen.keuzes import Erkenning
from opleidingen.models import CodeControle, Geldigheid, Opleiding, Verwijzing, Vooropleiding
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel

VOORUIT = timedelta(days=180)  # before nobody can begin any more
HOUDBAAR = timedelta(days=92)  # of looking up a code


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


def eenheden(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A unit belongs to one opleiding: at two, nobody could say where visitors find its schools."""
    bij: defaultdict[str, list[Opleiding]] = defaultdict(list)
    for opleiding in kopie.rijen[Opleiding]:
        for eenheid in dict.fromkeys(opleiding.eigen_eenheden()):
            bij[eenheid].append(opleiding)
    for eenheid, rijen in bij.items():
        if len(rijen) > 1:
            tekst = f"Eenheid {eenheid} staat bij {opsomming(rijen)}. Laat haar bij één opleiding staan."
            yield fout(Regel.CODE, tekst, *rijen)


def codestanden(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What registers said of the codes, beside what the editors say."""
    controles = list(CodeControle.objects.all())
    yield from _geldigheid(kopie, controles)
    yield from _codecontrole(kopie, controles)


def _geldigheid(kopie: Werkkopie, gezien: Iterable[CodeControle]) -> Iterator[Bevinding]:
    """Opleidingen with which nobody can begin any more, or soon, and that a functie offers to who wants to begin.

    The first day counts of those that the editors say and that came of looking up the code.
    """
    gezegd = {rij.opleiding_id: rij for rij in kopie.rijen[Geldigheid] if rij.zichtbaar}
    controles = {(rij.register, rij.code): rij for rij in gezien}
    for opleiding in kopie.getoond[Opleiding]:
        eigen, controle = gezegd.get(opleiding.pk), controles.get(_wie(opleiding))
        if eigen and eigen.opvolger and not eigen.opvolger.zichtbaar:
            tekst = f"Opleiding {opleiding}: de opvolger {eigen.opvolger} is niet zichtbaar. Zet die op zichtbaar."
            yield fout(Regel.CODE, tekst, eigen.opvolger, opleiding)
        if controle and controle.stand == Stand.NIET_GEVONDEN.value:
            tekst = f"Opleiding {opleiding}: de code is niet gevonden. {controle.toelichting}"
            yield let_op(Regel.CODE, tekst, opleiding)
        stand = controle.codestand if controle else None
        functies = [link.functie for link in opleiding.functielinks.all() if link.functie.zichtbaar]
        if functies:
            yield from _einde(opleiding, eigen, stand, functies)


def _einde(
    opleiding: Opleiding, eigen: Geldigheid | None, stand: Codestand | None, functies: list[Any]
) -> Iterator[Bevinding]:
    """Yield what is to be done about the end of an opleiding that these functies offer."""
    vandaag = timezone.localdate()
    gezegd, volgens_register = eigen.sluit if eigen else None, stand.sluit if stand else None
    sluit = eerste_dag(gezegd, volgens_register)
    if sluit is None:
        return
    if gezegd is None:
        tekst = f"Opleiding {opleiding}: een register zegt ‘{stand}’. Vul die dag in bij de opleiding."
        yield let_op(Regel.CODE, f"{tekst} Dan lezen bezoekers het.", opleiding)
    elif gezegd > sluit:
        tekst = f"Opleiding {opleiding}: bij de opleiding staat dat je tot {_dag(gezegd)} kunt beginnen."
        tekst += f" Een register zegt: tot {_dag(sluit)}. Kijk na welke dag klopt, en verander de dag bij de opleiding."
        yield let_op(Regel.CODE, tekst, opleiding)
    bij = f"Ze staat bij {opsomming(functies)}."
    opvolger = eigen.opvolger if eigen else None
    daarna = (
        f"De opvolger is {opvolger}: druk op ‘Vervang overal’."
        if opvolger
        else "Er is nog geen opvolger bekend. Kies een opvolger, of haal de opleiding weg bij deze functies."
    )
    if sluit <= vandaag:
        tekst = f"Opleiding {opleiding}: sinds {_dag(sluit)} kan niemand meer beginnen. {bij} {daarna}"
        yield fout(Regel.CODE, tekst, opleiding, *functies)
    elif sluit <= vandaag + VOORUIT:
        tekst = f"Opleiding {opleiding}: vanaf {_dag(sluit)} kan niemand meer beginnen. {bij} {daarna}"
        yield let_op(Regel.CODE, tekst, opleiding, *functies)


def _codecontrole(kopie: Werkkopie, gezien: Iterable[CodeControle]) -> Iterator[Bevinding]:
    """One line for all codes that were not looked up for a quarter of a year."""
    grens = timezone.now() - HOUDBAAR
    gelukt = [rij for rij in gezien if rij.stand != Stand.ONBEKEND.value]
    pas = {(rij.register, rij.code) for rij in gelukt if rij.gecontroleerd_op >= grens}
    oud = [rij for rij in kopie.getoond[Opleiding] if _wordt_nagekeken(rij) and _wie(rij) not in pas]
    if oud:
        tekst = f"Codes die de laatste {HOUDBAAR.days} dagen niet zijn nagekeken in een register: {opsomming(oud)}."
        yield let_op(Regel.CODE, tekst, *oud)


def _wie(opleiding: Opleiding) -> tuple[str, str]:
    return opleiding.coderegister.slug if opleiding.coderegister else "", opleiding.code


def _wordt_nagekeken(opleiding: Opleiding) -> bool:
    return bool(opleiding.code and opleiding.coderegister and opleiding.coderegister.controle)


def _dag(dag: date) -> str:
    return date_format(dag, "j F Y")


def zonder_opleiding(kopie: Werkkopie) -> Iterator[Bevinding]:
    if zonder := [rij for rij in kopie.getoond[Verwijzing] if not any(rij.adressen(kopie.getoond[Opleiding]))]:
        tekst = f"Verwijzing die bij geen opleiding past: {opsomming(zonder)}. Kies andere registers of niveaus."
        yield let_op(Regel.ONGEBRUIKT, tekst, *zonder)


def zelfde_woord(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What somebody has is one word in an address, of either kind: a new one would take over links to the other."""
    per_woord = {rij.sleutel: rij for rij in kopie.getoond[Vooropleiding]}
    for opleiding in kopie.getoond[Opleiding]:
        if vooraf := per_woord.get(opleiding.slug):
            tekst = f"Opleiding {opleiding.naam} en vooropleiding {vooraf.naam} hebben in een adres hetzelfde woord:"
            doe = "Geef de opleiding een ander webadres. Het oude adres blijft werken."
            yield fout(Regel.DUBBEL, f"{tekst} {opleiding.slug}. {doe}", opleiding, vooraf)


regel(zonder_aanbieder, codes, eenheden, codestanden, zonder_opleiding, zelfde_woord)
