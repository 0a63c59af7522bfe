"""The quality gate: what an editor should mend, or look at again, before the working copy goes out.

Only what visitors would see is judged: a row that is not visible, or belongs to one, is a draft and
may be unfinished. A FOUT is wrong whatever the content says; a WAARSCHUWING needs a person to judge.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.text import get_text_list

from redactie.kwaliteit import gelijkenis, oordeel
from redactie.kwaliteit.bevinding import Bevinding, Ernst, Regel, aanduiding
from redactie.kwaliteit.leesbaarheid import LANGSTE, begin_van, meet
from redactie.kwaliteit.tekstvelden import opmaakvelden, tekstvelden, zichtbare_teksten
from redactie.links.gebruik import gebruik
from redactie.models import LinkControle, Uitslag
from uitgave import werkkopie
from uitgave.eenmaal import dubbelen, tekst_van, unieke_teksten
from uitgave.inhoud import Inhoud, OpmaakField
from uitgave.onaf import ontbrekend
from uitgave.opmaak import links, merken, plat
from uitgave.soort import soort_van, soorten
from uitgave.tekst import hoofdletter
from uitgave.twijfel import is_twijfel
from uitgave.verschil import soortnaam
from uitgave.voortgang import Stap, volg
from uitgave.zinnen import zinnen

__all__ = [
    "HOUDBAAR",
    "NAMEN",
    "Bevinding",
    "Controle",
    "Ernst",
    "Regel",
    "Werkkopie",
    "aanduiding",
    "bevindingen",
    "fout",
    "let_op",
    "opsomming",
    "regel",
    "zonder_zichtbare",
]

HOUDBAAR = timedelta(days=365)
NAMEN = 10  # rows that one line names; the links are always complete
STEM = re.compile(
    r"\bonze (?:bron|lezing)\b|\blezen (?:wij|we) (?:het|dit|dat|hetzelfde|uit)\b|"
    r"\b(?:nog controleren|controleer dit)\b",
    re.IGNORECASE,
)
# What `nieuwe_sector` leaves to fill in.
VOORBEELD = re.compile(r"^(?:Schrijf|Vertel) hier |voorbeeldsector|^Voorbeeld(?:functie|opleiding|werk)$", re.MULTILINE)


class Werkkopie(werkkopie.Werkkopie):
    """All rows of the working copy, and of them those that visitors see after the next publication."""

    @cached_property
    def getoond(self) -> dict[type[models.Model], list[Any]]:
        return {model: [rij for rij in rijen if _getoond(rij)] for model, rijen in self.rijen.items()}

    def alle_getoond(self) -> Iterator[models.Model]:
        for rijen in self.getoond.values():
            yield from rijen


Controle = Callable[[Werkkopie], Iterator[Bevinding]]
_controles: list[Controle] = []


def regel(*controles: Controle) -> None:
    """Add rules to the gate. Those of one kind of content stand in the `kwaliteit.py` of its app."""
    _controles.extend(controles)


def bevindingen(kopie: Werkkopie | None = None) -> list[Bevinding]:
    """Return what is found in the working copy: all of FOUT first, then in the order of the rules and of the desk.

    `kopie` is that working copy where it was read already.
    """
    kopie = kopie or Werkkopie()
    gevonden = [bevinding for controle in volg(Stap.KEUREN, _controles) for bevinding in controle(kopie)]
    volgorde = list(Regel)
    gevonden.sort(key=lambda b: (b.ernst != Ernst.FOUT, volgorde.index(b.regel), _plek(b)))
    return oordeel.beoordeeld(gevonden)


def _plek(bevinding: Bevinding) -> int:
    """Return where on the desk its first row is changed; what is about no row comes first."""
    return soort_van(type(bevinding.rijen[0])).plek if bevinding.rijen else 0


def _verwijst(rij: models.Model) -> Iterator[models.Model]:
    """Yield the rows that `rij` names or lists."""
    yield from (deze for veld in rij._meta.concrete_fields if veld.is_relation if (deze := getattr(rij, veld.name)))
    for lijst in rij._meta.many_to_many:
        yield from getattr(rij, lijst.name).all()


def _getoond(rij: models.Model) -> bool:
    """True when visitors see `rij` after the next publication: it shows, and so does what it belongs to."""
    naar = [getattr(rij, veld.name) for veld in rij._meta.concrete_fields if veld.is_relation]
    return all(getattr(deze, "zichtbaar", True) for deze in (rij, *naar))


def opsomming(rijen: Iterable[object]) -> str:
    namen = [str(rij) for rij in rijen]
    meer = [f"nog {len(namen) - NAMEN}"] if len(namen) > NAMEN else []
    return get_text_list([*namen[:NAMEN], *meer], "en")


def fout(regel: Regel, tekst: str, *rijen: models.Model) -> Bevinding:
    return Bevinding(Ernst.FOUT, regel, tekst, rijen)


def let_op(regel: Regel, tekst: str, *rijen: models.Model) -> Bevinding:
    return Bevinding(Ernst.WAARSCHUWING, regel, tekst, rijen)


def zonder_zichtbare(kopie: Werkkopie, model: type[models.Model], relatie: str, naam: str) -> Iterator[Bevinding]:
    """Yield the rows that have nothing that shows in one of their lists; `naam` is what such a list holds."""
    rijen = kopie.getoond[model]
    if zonder := [rij for rij in rijen if not any(deel.zichtbaar for deel in getattr(rij, relatie).all())]:
        tekst = f"{soortnaam(model)} zonder zichtbare {naam}: {opsomming(zonder)}. Klopt dat?"
        yield let_op(Regel.ONTBREEKT, tekst, *zonder)


def _site(kopie: Werkkopie) -> Iterator[Bevinding]:
    """The rows without which there is no site."""
    for soort in soorten():
        if soort.verplicht_enig and not kopie.rijen[soort.model]:
            yield fout(Regel.SITE, f"De {soort.model._meta.verbose_name_plural} ontbreken. Vul die eerst in.")


def _van_het_voorbeeld(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Rows that still say what the package of a new sector began with."""
    for rij in kopie.alle_getoond():
        velden = [veld for veld in zichtbare_teksten(type(rij)) if VOORBEELD.search(getattr(rij, veld.name))]
        if velden:
            waar = opsomming(str(veld.verbose_name) for veld in velden)
            tekst = f"{hoofdletter(aanduiding(rij))}: hier staat nog tekst van het voorbeeld, bij {waar}."
            yield let_op(Regel.ONTBREEKT, f"{tekst} Zet er jullie eigen tekst neer.", rij)


def _lege_velden(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What the forms ask for, and yet is empty: it came in by another way."""
    leeg = defaultdict(list)
    for rij in kopie.alle_getoond():
        for veld in ontbrekend(rij):
            leeg[type(rij), veld].append(rij)
    for (model, veld), rijen in leeg.items():
        regel = Regel.BRON if veld.name == "bron" else Regel.ONTBREEKT
        yield fout(regel, f"{soortnaam(model)} zonder {veld.verbose_name}: {opsomming(rijen)}. Vul dat in.", *rijen)


def _dubbele_teksten(kopie: Werkkopie) -> Iterator[Bevinding]:
    plekken = [
        (rij, veld, getattr(rij, veld))
        for soort in soorten()
        for rij in kopie.getoond[soort.model]
        for veld in soort.eigen_teksten
        if not gelijkenis.is_kort(getattr(rij, veld))
    ]
    teksten = [tekst for _, _, tekst in plekken]
    zoeken: tuple[tuple[Callable[..., Bevinding], str, list[list[int]]], ...] = (
        (fout, "Dezelfde tekst staat bij", gelijkenis.hetzelfde(teksten)),
        (let_op, "Deze teksten lijken erg op elkaar:", gelijkenis.lijkende_teksten(teksten)),
    )
    for soort, begin, groepen in zoeken:
        for groep in groepen:
            rijen = list(dict.fromkeys(plekken[plek][0] for plek in groep))
            if len(rijen) > 1:
                namen = opsomming(
                    dict.fromkeys(f"{aanduiding(plekken[plek][0])} ({plekken[plek][1]})" for plek in groep)
                )
                yield soort(Regel.DUBBEL, f"{begin} {namen}. Is er een kopie blijven staan?", *rijen)


def _dubbele_rijen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Rows that share what each must have for itself, capitals and accents aside: they were there before that rule."""
    for soort in soorten():
        for velden, rijen in dubbelen(soort.model, kopie.rijen[soort.model]):
            waar = f"{tekst_van(soort.model, velden)} is twee keer hetzelfde"
            tekst = f"{soort.meervoud} {opsomming(f'‘{rij}’' for rij in rijen)}: {waar}. Houd er één."
            yield fout(Regel.DUBBEL, tekst, *rijen)


def _dubbele_namen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Rows that visitors cannot tell apart: their names have the same words."""
    for soort in soorten():
        if not soort.deel or soort.enig or soort.naamvelden in unieke_teksten(soort.model):
            continue
        rijen = [] if set(soort.naamvelden) & set(soort.verwijst) else kopie.getoond[soort.model]
        namen = [soort.noem({veld: getattr(rij, veld) for veld in soort.naamvelden}) for rij in rijen]
        for groep in gelijkenis.hetzelfde(namen):
            samen = [rijen[plek] for plek in groep]
            tekst = (
                f"{soort.meervoud} met dezelfde naam: {opsomming(samen)}. Houd er één, of geef ze elk een eigen naam."
            )
            yield (fout if soort.naam_eenmaal else let_op)(Regel.DUBBEL, tekst, *samen)


def _bronnen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What the makers left to check themselves; rows of a kind with the same work to do share a line."""
    werk = defaultdict(list)
    for rij in kopie.alle_getoond():
        if isinstance(rij, Inhoud) and is_twijfel(rij.bron):
            wat = " ".join(zin for zin in zinnen(rij.bron) if is_twijfel(zin))
            werk[soortnaam(type(rij)), wat].append(rij)
    for (soort, wat), rijen in werk.items():
        yield let_op(Regel.BRON, f"{soort} {opsomming(rijen)}: in de bron staat ‘{wat}’", *rijen)


def _zinnen(kopie: Werkkopie) -> Iterator[Bevinding]:
    for rij in kopie.alle_getoond():
        for veld in tekstvelden(type(rij)):
            meting = meet(_gelezen(rij, veld))
            if meting.te_lang:
                zin, aantal = meting.langste
                waar = f"{hoofdletter(aanduiding(rij))}, {veld.verbose_name}"
                lang = f"de zin ‘{begin_van(zin)}’ heeft {aantal} woorden"
                if aantal <= LANGSTE:
                    lang = f"gemiddeld {round(meting.gemiddeld)} woorden per zin; {lang}"
                yield let_op(Regel.ZINNEN, f"{waar}: {lang}. Maak kortere zinnen.", rij)


def _gelezen(rij: models.Model, veld: Any) -> str:
    """Return what visitors read of a text: its marks of form are no words."""
    tekst: str = getattr(rij, veld.name)
    return plat(tekst, veld.koppen) if isinstance(veld, OpmaakField) else tekst


def _opmaak(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Marks of form that visitors would see: in a field that has no form, or in a link that cannot be followed."""
    for rij in kopie.alle_getoond():
        for veld in zichtbare_teksten(type(rij)):
            if gezien := merken(_gelezen(rij, veld)):
                waar = f"{hoofdletter(aanduiding(rij))}, {veld.verbose_name}: bezoekers zien de tekens"
                wat = "Kijk die na." if isinstance(veld, OpmaakField) else "Hier kan geen opmaak. Haal dat weg."
                yield fout(Regel.OPMAAK, f"{waar} ‘{begin_van(gezien[0].strip())}’. {wat}", rij)


def _eigen_links(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Links in a text to a page of the site itself that is not there."""
    for rij in kopie.alle_getoond():
        for veld in opmaakvelden(type(rij)):
            for link in links(getattr(rij, veld.name)):
                if link.startswith("/") and not _is_pagina(kopie, urlsplit(link).path):
                    waar = f"{hoofdletter(aanduiding(rij))}, {veld.verbose_name}"
                    yield fout(Regel.LINK, f"{waar}: de link {link} leidt naar geen pagina van de site.", rij)


def _is_pagina(kopie: Werkkopie, adres: str) -> bool:
    """True when visitors find a page at `adres`: that of a row that shows, or one that is about no row."""
    try:
        gevonden = resolve(adres)
    except Resolver404:
        return False
    if not gevonden.kwargs:
        return "admin" not in gevonden.namespaces
    slugs = set(gevonden.kwargs.values())
    return any(
        urlsplit(soort.adres(rij.slug)).path == adres
        for soort in soorten()
        if soort.adres
        for rij in kopie.getoond[soort.model]
        if getattr(rij, "slug", None) in slugs
    )


def _stem(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Where a text says how editors read their source, or what they must look up: that says nothing to visitors."""
    for rij in kopie.alle_getoond():
        for veld in tekstvelden(type(rij)):
            if gezegd := STEM.search(getattr(rij, veld.name)):
                waar = f"{hoofdletter(aanduiding(rij))}, {veld.verbose_name}"
                yield let_op(Regel.BRON, f"{waar}: ‘{gezegd[0]}’ zegt bezoekers niets. Zet dat bij de bron.", rij)


def _ongebruikt(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What no row uses, not even one that is not visible yet."""
    gebruikt = {deel for model in kopie.rijen for rij in kopie.rijen[model] for deel in _verwijst(rij)}
    for soort in soorten():
        if soort.gebruikt_bij and (niet := [rij for rij in kopie.getoond[soort.model] if rij not in gebruikt]):
            tekst = f"{soort.enkelvoud} zonder {soort.gebruikt_bij}: {opsomming(niet)}."
            yield let_op(Regel.ONGEBRUIKT, tekst, *niet)


def _verborgen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What does not show, but stands in a list of a row that does."""
    verborgen = defaultdict(list)
    for gebruiker in kopie.alle_getoond():
        for relatie in gebruiker._meta.many_to_many:
            for rij in getattr(gebruiker, relatie.name).all():
                if not getattr(rij, "zichtbaar", True):
                    verborgen[rij].append(gebruiker)
    for rij, gebruikers in verborgen.items():
        tekst = f"{hoofdletter(aanduiding(rij))} is niet zichtbaar, maar hoort wel bij: {opsomming(gebruikers)}."
        yield let_op(Regel.ZICHTBAAR, tekst, rij, *gebruikers)


def _gecontroleerd(kopie: Werkkopie) -> Iterator[tuple[type[models.Model], list[Any]]]:
    """Yield of each kind the rows that have a date of checking."""
    for model, rijen in kopie.getoond.items():
        if issubclass(model, Inhoud):
            yield model, [rij for rij in rijen if rij.gecontroleerd_op]


def _oud(kopie: Werkkopie) -> Iterator[Bevinding]:
    """One line for each kind of row: whoever checks again, goes through all of a kind."""
    grens = timezone.localdate() - HOUDBAAR
    for model, rijen in _gecontroleerd(kopie):
        if oud := [rij for rij in rijen if rij.gecontroleerd_op < grens]:
            oud.sort(key=lambda rij: rij.gecontroleerd_op)
            tekst = f"{soortnaam(model)}, langer dan een jaar niet gecontroleerd: {opsomming(oud)}."
            yield let_op(Regel.OUD, tekst, *oud)


def _toekomst(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A date of checking that is still to come: it was there before forms and files refused it."""
    vandaag = timezone.localdate()
    for model, rijen in _gecontroleerd(kopie):
        if later := [rij for rij in rijen if rij.gecontroleerd_op > vandaag]:
            tekst = f"{soortnaam(model)}, gecontroleerd op een dag die nog moet komen: {opsomming(later)}."
            yield fout(Regel.OUD, f"{tekst} Kies een dag tot en met vandaag.", *later)


def _links(kopie: Werkkopie) -> Iterator[Bevinding]:
    stuk = LinkControle.objects.filter(uitslag__in=[Uitslag.STUK, Uitslag.ONBEREIKBAAR])
    waar = gebruik(kopie.rijen.values()) if stuk else {}
    for controle in stuk:
        rijen = list(dict.fromkeys(plek.rij for plek in waar.get(controle.url, ()) if _getoond(plek.rij)))
        if rijen:
            namen = opsomming(aanduiding(rij) for rij in rijen)
            tekst = f"De link {controle.url}: {controle.get_uitslag_display()}. {controle.toelichting}".strip()
            yield let_op(Regel.LINK, f"{tekst} Staat bij: {namen}.", *rijen)


regel(_site, _van_het_voorbeeld, _lege_velden, _verborgen, _dubbele_rijen, _dubbele_namen, _dubbele_teksten)
regel(_bronnen, _stem, _links, _eigen_links, _opmaak, _zinnen, _ongebruikt, _oud, _toekomst)
