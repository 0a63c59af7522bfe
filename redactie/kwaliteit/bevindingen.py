"""The quality gate: what an editor should mend, or look at again, before the working copy goes out.

Only what visitors would see is judged: a row that is not visible, or belongs to one, is a draft and
may be unfinished. A FOUT is wrong whatever the content says; a WAARSCHUWING needs a person to judge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.text import capfirst, get_text_list

from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie, Ontwikkelpad, Werkveld
from ontwikkelpad.inhoud import Inhoud
from ontwikkelpad.verschil import soort_van
from opleidingen.models import Aanbieder, Erkenning, Opleiding, Register
from redactie.adressen import wijzigen
from redactie.geschiedenis.vastleggen import INHOUD
from redactie.kwaliteit import gelijkenis
from redactie.kwaliteit.leesbaarheid import LANGSTE, begin_van, meet, zinnen
from redactie.kwaliteit.tekstvelden import tekstvelden
from redactie.links.gebruik import gebruik
from redactie.models import LinkControle, Uitslag
from verhalen.models import Verhaal
from werkgevers.models import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Doelgroep,
    Gespreksvraag,
    Gidsstap,
    Leerweg,
    Regeling,
    Taak,
    Werkgevers,
)

HOUDBAAR = timedelta(days=365)
NAMEN = 10  # rows that one line names; the links are always complete
NOG_TE_DOEN = "nog controleren"

# What says what a row is, in its own words. A condition or a remark may be the same at two rows.
EIGEN_TEKSTEN: dict[type[models.Model], tuple[str, ...]] = {
    Functie: ("samenvatting", "omschrijving"),
    Opleiding: ("omschrijving",),
    Beroepsvereiste: ("uitleg",),
    Verhaal: ("kop", "tekst"),
    Leerweg: ("uitleg",),
    Regeling: ("uitleg",),
    Begeleiding: ("wanneer", "uitleg"),
    Gidsstap: ("waarom", "let_op"),
    Artikel: ("inleiding",),
    Artikelpunt: ("tekst",),
}


class Ernst(models.TextChoices):
    """How bad a finding is, with the word that stands before it."""

    FOUT = "fout", "fout"
    WAARSCHUWING = "waarschuwing", "let op"


class Regel(models.TextChoices):
    """The rules, each with the heading of its findings."""

    SITE = "site", "Teksten van de site"
    ONTBREEKT = "ontbreekt", "Er ontbreekt iets"
    VERVOLG = "vervolg", "Wel of geen volgende stap"
    ZICHTBAAR = "zichtbaar", "Wel en niet zichtbaar"
    DUBBEL = "dubbel", "Dubbele teksten"
    CODE = "code", "Codes van opleidingen"
    BRON = "bron", "Bronnen"
    LINK = "link", "Links die niet werken"
    ZINNEN = "zinnen", "Lange zinnen"
    ONGEBRUIKT = "ongebruikt", "Nergens gebruikt"
    VERLOPEN = "verlopen", "Voorbij"
    OUD = "oud", "Lang niet gecontroleerd"


@dataclass(frozen=True)
class Bevinding:
    """One thing to mend or to judge: a line that names the rows, and the rows themselves."""

    ernst: Ernst
    regel: Regel
    tekst: str
    rijen: tuple[models.Model, ...] = ()

    @property
    def links(self) -> list[tuple[str, str]]:
        """The rows as they are called, each with the address of the page where an editor changes it."""
        return [(capfirst(aanduiding(rij)), wijzigen(rij)) for rij in self.rijen]


class Werkkopie:
    """All rows of the working copy, read in as many queries whatever their number."""

    def __init__(self) -> None:
        self.rijen: dict[type[models.Model], list[Any]] = {model: _lees(model) for model in INHOUD}
        self.getoond = {model: [rij for rij in rijen if _getoond(rij)] for model, rijen in self.rijen.items()}

    def alle_getoond(self) -> Iterator[Any]:
        for rijen in self.getoond.values():
            yield from rijen


def bevindingen() -> list[Bevinding]:
    """Return what is found in the working copy: all of FOUT first, then in the order of the rules."""
    kopie = Werkkopie()
    gevonden = [bevinding for regel in REGELS for bevinding in regel(kopie)]
    volgorde = list(Regel)
    return sorted(gevonden, key=lambda bevinding: (bevinding.ernst != Ernst.FOUT, volgorde.index(bevinding.regel)))


def aanduiding(rij: models.Model) -> str:
    """Return what an editor calls `rij`: its kind and its name."""
    if isinstance(rij, Ontwikkelpad | Werkgevers):
        return str(rij._meta.verbose_name_plural)
    return f"{rij._meta.verbose_name} {rij}"


def _lees(model: type[models.Model]) -> list[Any]:
    naar = [veld.name for veld in model._meta.concrete_fields if veld.is_relation]
    lijsten = [veld.name for veld in model._meta.many_to_many]
    return list(model._default_manager.select_related(*naar).prefetch_related(*lijsten))


def _getoond(rij: models.Model) -> bool:
    """True when visitors see `rij` after the next publication: it shows, and so does what it belongs to."""
    naar = [getattr(rij, veld.name) for veld in rij._meta.concrete_fields if veld.is_relation]
    return all(getattr(deze, "zichtbaar", True) for deze in (rij, *naar))


def _namen(rijen: Iterable[object]) -> str:
    namen = [str(rij) for rij in rijen]
    meer = [f"nog {len(namen) - NAMEN}"] if len(namen) > NAMEN else []
    return get_text_list([*namen[:NAMEN], *meer], "en")


def _fout(regel: Regel, tekst: str, *rijen: models.Model) -> Bevinding:
    return Bevinding(Ernst.FOUT, regel, tekst, rijen)


def _let_op(regel: Regel, tekst: str, *rijen: models.Model) -> Bevinding:
    return Bevinding(Ernst.WAARSCHUWING, regel, tekst, rijen)


def _site(kopie: Werkkopie) -> Iterator[Bevinding]:
    if not kopie.rijen[Ontwikkelpad]:
        yield _fout(Regel.SITE, "De teksten van de site ontbreken. Vul die eerst in.")


def _lege_velden(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What the forms ask for, and yet is empty: it came in by another way."""
    leeg = defaultdict(list)
    for rij in kopie.alle_getoond():
        for veld in rij._meta.concrete_fields:
            verplicht = isinstance(veld, models.CharField | models.TextField) and not veld.blank
            if verplicht and not getattr(rij, veld.name).strip():
                leeg[type(rij), veld].append(rij)
    for (model, veld), rijen in leeg.items():
        regel = Regel.BRON if veld.name == "bron" else Regel.ONTBREEKT
        yield _fout(regel, f"{soort_van(model)} zonder {veld.verbose_name}: {_namen(rijen)}. Vul dat in.", *rijen)


def _zonder_onderdeel(kopie: Werkkopie) -> Iterator[Bevinding]:
    lijsten: tuple[tuple[type[models.Model], str, str], ...] = (
        (Functie, "opleidingen", "opleiding"),
        (Functie, "competenties", "competentie"),
        (Functie, "beroepsvereisten", "beroepsvereiste"),
        (Leerweg, "doelgroepen", "doelgroep"),
    )
    for model, relatie, naam in lijsten:
        rijen = kopie.getoond[model]
        if zonder := [rij for rij in rijen if not any(deel.zichtbaar for deel in getattr(rij, relatie).all())]:
            tekst = f"{soort_van(model)} zonder zichtbare {naam}: {_namen(zonder)}. Klopt dat?"
            yield _let_op(Regel.ONTBREEKT, tekst, *zonder)
    for model, met, naam in (
        (Gidsstap, {taak.stap for taak in kopie.rijen[Taak]}, "taken"),
        (Artikel, {punt.artikel for punt in kopie.rijen[Artikelpunt]}, "punten"),
    ):
        if zonder := [rij for rij in kopie.getoond[model] if rij not in met]:
            tekst = f"{soort_van(model)} zonder {naam}: {_namen(zonder)}. Bezoekers zien dan weinig of niets."
            yield _let_op(Regel.ONTBREEKT, tekst, *zonder)
    diplomas = [rij for rij in kopie.getoond[Opleiding] if rij.erkenning == Erkenning.BRANCHE]
    if zonder := [rij for rij in diplomas if not rij.leeroverzicht_url and not rij.aanbieders.all()]:
        tekst = f"Opleiding van de sector zonder link of aanbieder: {_namen(zonder)}. Waar kun je dit leren?"
        yield _let_op(Regel.ONTBREEKT, tekst, *zonder)


def _vervolg(kopie: Werkkopie) -> Iterator[Bevinding]:
    stappen = defaultdict(list)
    for stap in kopie.getoond[Doorgroei]:
        stappen[stap.van_id].append(stap)
    for functie in kopie.getoond[Functie]:
        if functie.geen_vervolg and (wel := stappen[functie.pk]):
            naar = _namen(stap.naar for stap in wel)
            tekst = f"Functie {functie}: hier staat ‘geen volgende stap’, maar er is een stap naar {naar}."
            yield _fout(Regel.VERVOLG, f"{tekst} Kies wat klopt.", functie, *wel)
    if zonder := [rij for rij in kopie.getoond[Functie] if not rij.geen_vervolg and not stappen[rij.pk]]:
        tekst = f"Functie zonder volgende stap: {_namen(zonder)}. Maak een stap, of zet ‘geen volgende stap’ aan."
        yield _let_op(Regel.VERVOLG, tekst, *zonder)


def _zichtbaar(kopie: Werkkopie) -> Iterator[Bevinding]:
    for stap in kopie.rijen[Doorgroei]:
        weg = [functie for functie in (stap.van, stap.naar) if not functie.zichtbaar]
        if stap.zichtbaar and weg:
            tekst = f"De stap {stap} is zichtbaar, maar {_namen(weg)} niet."
            uitweg = "Zet de stap ook op niet zichtbaar, of maak de functie zichtbaar."
            yield _fout(Regel.ZICHTBAAR, f"{tekst} {uitweg}", stap, *weg)
    for rij in (*kopie.rijen[Verhaal], *kopie.rijen[Gespreksvraag]):
        if rij.zichtbaar and rij.functie and not rij.functie.zichtbaar:
            wat = f"Het verhaal {rij}" if isinstance(rij, Verhaal) else f"De vraag ‘{rij}’"
            tekst = f"{wat} zien bezoekers niet: de functie {rij.functie} is niet zichtbaar."
            yield _let_op(Regel.ZICHTBAAR, tekst, rij, rij.functie)
    verborgen = defaultdict(list)
    for gebruiker in (*kopie.getoond[Functie], *kopie.getoond[Leerweg]):
        for relatie in gebruiker._meta.many_to_many:
            for rij in getattr(gebruiker, relatie.name).all():
                if not rij.zichtbaar:
                    verborgen[rij].append(gebruiker)
    for rij, gebruikers in verborgen.items():
        tekst = f"{capfirst(aanduiding(rij))} is niet zichtbaar, maar hoort wel bij: {_namen(gebruikers)}."
        yield _let_op(Regel.ZICHTBAAR, tekst, rij, *gebruikers)


def _dubbele_teksten(kopie: Werkkopie) -> Iterator[Bevinding]:
    plekken = [
        (rij, veld, getattr(rij, veld))
        for model, velden in EIGEN_TEKSTEN.items()
        for rij in kopie.getoond[model]
        for veld in velden
        if not gelijkenis.is_kort(getattr(rij, veld))
    ]
    teksten = [tekst for _, _, tekst in plekken]
    zoeken: tuple[tuple[Callable[..., Bevinding], str, list[list[int]]], ...] = (
        (_fout, "Dezelfde tekst staat bij", gelijkenis.hetzelfde(teksten)),
        (_let_op, "Deze teksten lijken erg op elkaar:", gelijkenis.lijkende_teksten(teksten)),
    )
    for soort, begin, groepen in zoeken:
        for groep in groepen:
            rijen = list(dict.fromkeys(plekken[plek][0] for plek in groep))
            if len(rijen) > 1:
                namen = _namen(dict.fromkeys(f"{aanduiding(plekken[plek][0])} ({plekken[plek][1]})" for plek in groep))
                yield soort(Regel.DUBBEL, f"{begin} {namen}. Is er een kopie blijven staan?", *rijen)


def _dubbele_namen(kopie: Werkkopie) -> Iterator[Bevinding]:
    competenties = kopie.getoond[Competentie]
    namen = [rij.naam for rij in competenties]
    for groep in gelijkenis.hetzelfde(namen):
        rijen = [competenties[plek] for plek in groep]
        yield _fout(Regel.DUBBEL, f"Dezelfde competentie staat er vaker: {_namen(rijen)}. Houd er één.", *rijen)
    for groep in gelijkenis.lijkende_namen(namen):
        rijen = [competenties[plek] for plek in groep]
        yield _let_op(
            Regel.DUBBEL, f"Deze competenties lijken erg op elkaar: {_namen(rijen)}. Kan het er één zijn?", *rijen
        )


def _codes(kopie: Werkkopie) -> Iterator[Bevinding]:
    for opleiding in kopie.getoond[Opleiding]:
        yield from code(opleiding)


def code(opleiding: Opleiding) -> Iterator[Bevinding]:
    """Yield what is wrong with the code of one opleiding. The database keeps most out, but not every way in."""
    if not opleiding.code and not opleiding.register:
        return
    if opleiding.register not in Register.values:
        yield _fout(Regel.CODE, f"Opleiding {opleiding}: kies het register van deze code.", opleiding)
    elif not opleiding.code_is_goed():
        tekst = f"Opleiding {opleiding.naam}: ‘{opleiding.code}’ is geen goede code. Een code heeft vijf cijfers."
        yield _fout(Regel.CODE, tekst, opleiding)
    elif opleiding.code_is_ongewoon():
        tekst = f"Opleiding {opleiding.naam}: {opleiding.code} is geen gewone code voor"
        yield _let_op(Regel.CODE, f"{tekst} {opleiding.get_register_display()}. Klopt het register?", opleiding)


def _bronnen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What the makers left to check themselves; rows of a kind with the same work to do share a line."""
    werk = defaultdict(list)
    for rij in kopie.alle_getoond():
        if isinstance(rij, Inhoud) and NOG_TE_DOEN in rij.bron.casefold():
            wat = " ".join(zin for zin in zinnen(rij.bron) if NOG_TE_DOEN in zin.casefold())
            werk[soort_van(type(rij)), wat].append(rij)
    for (soort, wat), rijen in werk.items():
        yield _let_op(Regel.BRON, f"{soort} {_namen(rijen)}: in de bron staat ‘{wat}’", *rijen)


def _zinnen(kopie: Werkkopie) -> Iterator[Bevinding]:
    for rij in kopie.alle_getoond():
        for veld in tekstvelden(type(rij)):
            meting = meet(getattr(rij, veld.name))
            if meting.te_lang:
                zin, aantal = meting.langste
                waar = f"{capfirst(aanduiding(rij))}, {veld.verbose_name}"
                lang = f"de zin ‘{begin_van(zin)}’ heeft {aantal} woorden"
                if aantal <= LANGSTE:
                    lang = f"gemiddeld {round(meting.gemiddeld)} woorden per zin; {lang}"
                yield _let_op(Regel.ZINNEN, f"{waar}: {lang}. Maak kortere zinnen.", rij)


def _ongebruikt(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What no row uses, not even one that is not visible yet."""
    functies, opleidingen = kopie.rijen[Functie], kopie.rijen[Opleiding]
    leerwegen = kopie.rijen[Leerweg]
    gebruikt: dict[type[models.Model], set[Any]] = {
        Competentie: {deel for rij in functies for deel in rij.competenties.all()},
        Beroepsvereiste: {deel for rij in functies for deel in rij.beroepsvereisten.all()},
        Opleiding: {deel for rij in functies for deel in rij.opleidingen.all()},
        Werkveld: {rij.werkveld for rij in functies},
        Aanbieder: {deel for rij in opleidingen for deel in rij.aanbieders.all()},
        Doelgroep: {deel for rij in leerwegen for deel in rij.doelgroepen.all()},
    }
    waarbij: dict[type[models.Model], str] = {Aanbieder: "opleiding", Doelgroep: "leerweg"}
    for model, wel in gebruikt.items():
        if niet := [rij for rij in kopie.getoond[model] if rij not in wel]:
            tekst = f"{soort_van(model)} zonder {waarbij.get(model, 'functie')}: {_namen(niet)}."
            yield _let_op(Regel.ONGEBRUIKT, tekst, *niet)


def _verlopen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What visitors do not see any more, by its own date."""
    vandaag = timezone.localdate()
    if voorbij := [rij for rij in kopie.getoond[Regeling] if rij.geldig_tot and rij.geldig_tot < vandaag]:
        tekst = f"Regeling die voorbij is: {_namen(voorbij)}. Bezoekers zien die niet meer."
        yield _let_op(Regel.VERLOPEN, f"{tekst} Is er een nieuwe datum? Zet de regeling anders uit.", *voorbij)


def _oud(kopie: Werkkopie) -> Iterator[Bevinding]:
    """One line for each kind of row: whoever checks again, goes through all of a kind."""
    grens = timezone.localdate() - HOUDBAAR
    for model, rijen in kopie.getoond.items():
        if issubclass(model, Inhoud) and (oud := [rij for rij in rijen if rij.gecontroleerd_op < grens]):
            oud.sort(key=lambda rij: rij.gecontroleerd_op)
            tekst = f"{soort_van(model)}, langer dan een jaar niet gecontroleerd: {_namen(oud)}."
            yield _let_op(Regel.OUD, tekst, *oud)


def _links(kopie: Werkkopie) -> Iterator[Bevinding]:
    stuk = LinkControle.objects.filter(uitslag__in=[Uitslag.STUK, Uitslag.ONBEREIKBAAR])
    waar = gebruik() if stuk else {}
    for controle in stuk:
        rijen = list(dict.fromkeys(plek.rij for plek in waar.get(controle.url, ()) if _getoond(plek.rij)))
        if rijen:
            namen = _namen(aanduiding(rij) for rij in rijen)
            tekst = f"De link {controle.url}: {controle.get_uitslag_display()}. {controle.toelichting}".strip()
            yield _let_op(Regel.LINK, f"{tekst} Staat bij: {namen}.", *rijen)


REGELS: tuple[Callable[[Werkkopie], Iterator[Bevinding]], ...] = (
    *(_site, _lege_velden, _zonder_onderdeel, _vervolg, _zichtbaar, _dubbele_teksten, _dubbele_namen),
    *(_codes, _bronnen, _links, _zinnen, _ongebruikt, _verlopen, _oud),
)
