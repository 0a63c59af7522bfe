"""Publishing: show what would change for visitors, and store what was chosen of it as a new edition."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from redactie.bezig import bezig
from redactie.kenmerk import kenmerk
from redactie.kwaliteit import oordeel
from redactie.kwaliteit.bevindingen import Bevinding, Ernst
from redactie.kwaliteit.van_document import bevindingen_van
from redactie.models import Achterhouding, Klaarmelding
from redactie.templatetags.wie_wanneer import moment
from redactie.uitgeven.achterhouden import bundels_van
from redactie.uitgeven.formulier import PublicatieFormulier
from redactie.uitgeven.keuze import Keuze, met_wat_nodig_is
from redactie.uitgeven.voorbeeld import terug
from redactie.uitgeven.voorstel import ALLES, Voorstel
from uitgave import document as d
from uitgave import klok
from uitgave.leesbaar import OpDeSite, op_de_site
from uitgave.models import Uitgave
from uitgave.pagina import RedactieVerzoek
from uitgave.publiceren import publiceer
from uitgave.vastleggen import alleen, stand
from uitgave.verschil import verschillen

KOMT_TERUG = (
    "In het beheer staat nog wat je hiermee terugdraait. Publiceer je later opnieuw? Dan komt het terug op de site. "
    '<a href="{}">Maak het beheer gelijk aan {}</a>'
)
MEESTE_VAKJES = 2000  # rows with a box of their own; of more, each kind has one
INTUSSEN = "Intussen is er iets veranderd. Bekijk het verschil opnieuw en publiceer dan pas."
ANDERE_PUNTEN = "Bij deze keuze horen andere punten bij ‘let op’. Lees die en publiceer dan pas."


@dataclass(frozen=True)
class TePubliceren:
    """What a request asks to publish: an earlier edition, or what it chose of the working copy.

    `document` is None while something would break or an error was found. `basis` is another when anything
    changed of what there was to choose from; `begin` in the same way, and soon told.
    """

    nu: OpDeSite
    document: d.Document | None
    basis: str
    begin: Any
    sinds: datetime  # when it was looked at
    bevindingen: list[Bevinding]
    gepland: Uitgave | None  # what waits for its moment, and would be stopped
    voorstel: Voorstel | None = None
    keuze: Keuze | None = None

    @property
    def geblokkeerd(self) -> bool:
        return any(bevinding.ernst == Ernst.FOUT for bevinding in self.bevindingen)

    @property
    def gezien(self) -> str:
        """What was found, as a short text."""
        return kenmerk([bevinding.tekst for bevinding in self.bevindingen])

    def nog_zo(self, basis: str) -> bool:
        """True when nothing changed since the page with this `basis` was shown. Ask it inside `alleen`."""
        verscheen = Uitgave.objects.verschenen().filter(vanaf__gt=self.sinds)  # by itself: nothing was written then
        return basis == self.basis and stand_met_achterhouding() == self.begin and not verscheen.exists()


def stand_met_achterhouding() -> Any:
    """Return what is another once content changed, an edition was published, or something was held back or lifted."""
    return stand(), list(Achterhouding.objects.values_list("pk", "deel", "rij").order_by("pk"))


def te_publiceren(request: RedactieVerzoek, eerdere: Uitgave | None = None) -> TePubliceren:
    """Return what a request asks to publish. Raises ValueError when the content or that edition cannot be read."""
    sinds, begin = timezone.now(), stand_met_achterhouding()
    gepland = Uitgave.objects.gepland().first()
    wacht = gepland and gepland.pk
    if eerdere:
        document, nu = d.lees(eerdere.document), op_de_site()
        # What visitors saw before may go back as it was; what never appeared is judged.
        gevonden = [] if eerdere.is_verschenen else bevindingen_van(document)
        return TePubliceren(
            nu, document, kenmerk(nu.uitgave and nu.uitgave.pk, wacht, document), begin, sinds, gevonden, gepland
        )
    voorstel = Voorstel()
    keuze = _gekozen(request, voorstel)
    op_de_site_nu = voorstel.nu.uitgave and voorstel.nu.uitgave.pk
    basis = kenmerk(op_de_site_nu, wacht, voorstel.nieuw, sorted(voorstel.achtergehouden))
    document = None if keuze.breuken else keuze.document
    return TePubliceren(
        voorstel.nu, document, basis, begin, sinds, voorstel.bevindingen(keuze), gepland, voorstel, keuze
    )


def na_publiceren(te: TePubliceren) -> None:
    """Forget what was said to be ready and now is published."""
    if te.voorstel and te.keuze:
        for melding in Klaarmelding.objects.all():
            if melding.sleutel == ALLES or not te.keuze.mee.isdisjoint(te.voorstel.namen_van(melding)):
                melding.delete()


def _gekozen(request: RedactieVerzoek, voorstel: Voorstel) -> Keuze:
    """Return what was ticked; without a page that had boxes, all but what stays behind."""
    if "keuze" not in request.POST:
        return voorstel.standaard
    aan = {naam.removeprefix("mee-") for naam in request.POST if naam.startswith("mee-")}
    samen = {rij for rij in voorstel.standaard.mee if f"{rij.deel}/*" in aan}
    keuze = voorstel.keuze(samen | {rij for rij in voorstel.twee.verschillend if str(rij) in aan})
    if "aanvullen" in request.POST:
        return met_wat_nodig_is(voorstel.twee, keuze.mee, voorstel.achtergehouden)
    return keuze


def publiceren(request: RedactieVerzoek, uitgave_id: int | None = None) -> HttpResponse:
    """Show what would change for visitors, and publish it: of the working copy what was chosen, or an earlier edition.

    Who may not publish sees what waits.
    """
    mag = request.user.has_perm("uitgave.publiceren")
    if not mag and (uitgave_id or request.method == "POST"):
        raise PermissionDenied
    eerdere = get_object_or_404(Uitgave, pk=uitgave_id) if uitgave_id else None
    try:
        with bezig(request.user):
            return _publiceren(request, eerdere)
    except (ValidationError, ValueError) as fout:
        return terug(request, fout)


def _publiceren(request: RedactieVerzoek, eerdere: Uitgave | None) -> HttpResponse:
    te = te_publiceren(request, eerdere)
    alleen_kijken = bool({"nakijken", "aanvullen"} & request.POST.keys())
    begin = _begin(eerdere) | (request.POST.dict() if alleen_kijken else {})
    gegevens = None if alleen_kijken else request.POST or None
    formulier = PublicatieFormulier(
        gegevens, initial=begin, instance=copy(_ongezien(eerdere)), vraag=bool(oordeel.te_lezen(te.bevindingen))
    )
    if formulier.is_bound and not te.geblokkeerd and formulier.is_valid():
        if te.bevindingen and request.POST.get("gezien", te.gezien) != te.gezien:
            formulier.add_error(None, ANDERE_PUNTEN)
        elif te.document:
            with alleen():  # nobody changed what was looked at, and nobody does until it is stored
                if te.nog_zo(formulier.cleaned_data["basis"]):
                    oordeel.onthoud(te.bevindingen)
                    return _klaar(request, formulier.cleaned_data, te, te.document, eerdere)
            formulier.add_error(None, INTUSSEN)
    return TemplateResponse(request, "redactie/publiceren.html", _context(request, te, eerdere, formulier)).render()


def _context(
    request: RedactieVerzoek, te: TePubliceren, eerdere: Uitgave | None, formulier: PublicatieFormulier
) -> dict[str, Any]:
    formulier.data = {**formulier.data.dict(), "basis": te.basis} if formulier.is_bound else formulier.data
    formulier.initial["basis"] = te.basis
    mag = request.user.has_perm("uitgave.publiceren")
    context = {
        **admin.site.each_context(request),
        "title": _titel(eerdere) if mag else "Wat er wacht",
        "formulier": formulier,
        "huidige": te.nu.uitgave,
        "eerdere": eerdere,
        "ongezien": _ongezien(eerdere),
        "gepland": None if _ongezien(eerdere) else te.gepland,
        "bevindingen": te.bevindingen,
        "geblokkeerd": te.geblokkeerd,
        "gezien": te.gezien,
    }
    if not (te.voorstel and te.keuze):
        return context | {"verschillen": verschillen(te.nu.document, te.document) if te.document else []}
    wachtend = te.voorstel.wachtend(te.keuze)
    return context | {
        "verschillen": te.voorstel.verschillen,
        "wachtend": wachtend,
        "per_rij": len(wachtend) <= MEESTE_VAKJES,
        "delen_mee": {rij.deel for rij in te.keuze.mee},
        "breekt": te.voorstel.breekt(te.keuze),
        "achtergehouden": te.voorstel.achterhoudingen,
        "bundels": bundels_van(te.voorstel.achterhoudingen),
        "klaar": te.voorstel.klaarmeldingen,
    }


def _titel(eerdere: Uitgave | None) -> str:
    if eerdere is None:
        return "Publiceer"
    wat = "Publiceer uitgave {} opnieuw" if eerdere.is_verschenen else "Plan uitgave {} opnieuw"
    return wat.format(eerdere.nummer)


def _ongezien(eerdere: Uitgave | None) -> Uitgave | None:
    """Return an edition that was planned and never appeared."""
    return eerdere if eerdere and not eerdere.is_verschenen else None


def _klaar(
    request: RedactieVerzoek,
    gegevens: dict[str, Any],
    te: TePubliceren,
    document: d.Document,
    eerdere: Uitgave | None,
) -> HttpResponseRedirect:
    """Publish or plan; what never appeared and is planned anew, gives way to it."""
    if ongezien := _ongezien(eerdere):
        Uitgave.objects.filter(pk=ongezien.pk).delete()
    uitgave = publiceer(
        document, gegevens["nummer"], gegevens["datum"], gegevens["wijzigingen"], request.user, gegevens["vanaf"]
    )
    na_publiceren(te)
    LogEntry.objects.log_actions(request.user.pk, [uitgave], ADDITION, "Gepland." if uitgave.vanaf else "Gepubliceerd.")
    staat, wanneer = ("staat klaar", moment(uitgave.vanaf)) if uitgave.vanaf else ("is gepubliceerd", "nu")
    messages.success(request, f"{uitgave} {staat}. Bezoekers zien deze uitgave vanaf {wanneer}.")
    if te.keuze and (achter := len(te.keuze.twee.verschillend - te.keuze.mee)):
        blijft = (
            "1 wijziging bleef achter en wacht" if achter == 1 else f"{achter} wijzigingen bleven achter en wachten"
        )
        messages.info(request, f"{blijft} op een volgende uitgave.")
    if eerdere and not ongezien:
        meer = reverse("admin:gelijkmaken", args=[uitgave.pk])
        messages.warning(request, format_html(KOMT_TERUG, meer, str(uitgave).lower()))
    return redirect("admin:uitgave_uitgave_changelist")


def _begin(eerdere: Uitgave | None) -> dict[str, Any]:
    if ongezien := _ongezien(eerdere):
        return {"nummer": ongezien.nummer, "datum": klok.vandaag(), "wijzigingen": ongezien.wijzigingen}
    tekst = f"We zijn teruggegaan naar de inhoud van versie {eerdere.nummer}." if eerdere else ""
    return {"datum": klok.vandaag(), "wijzigingen": tekst}
