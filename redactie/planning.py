"""A planned edition at the desk: what it changes, how the site looks on its day, and taking it back.

Shortly before its moment every process calls `keur`: the gate judges it once more, for what was right when it was
planned may not be any longer.
"""

from collections.abc import Iterable

from django.contrib import admin, messages
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Ernst
from redactie.kwaliteit.van_document import bevindingen_van
from redactie.uitgeven.vindplaats import met_adres, rijen_van
from redactie.uitgeven.voorbeeld import als_bezoeker, openbaar, terug, voorbeeldpad
from redactie.uitgeven.wie import wie_veranderde
from redactie.wachtend import Wacht, wacht
from uitgave import document as d
from uitgave import gepland, klok
from uitgave.leesbaar import op_de_site
from uitgave.models import Uitgave
from uitgave.pagina import RedactieVerzoek
from uitgave.vastleggen import alleen
from uitgave.verschil import verschillen
from uitgave.werkkopie import Werkkopie

FOUT_GEVONDEN = "Bij de laatste controle is een fout gevonden. {}"
AL_VERSCHENEN = "{} staat al op de site. Terughalen kan niet meer. Je kunt wel een eerdere uitgave opnieuw publiceren."


def keur(uitgave_id: int) -> None:
    """Judge a planned edition once more; an error stops it. One process does so, the others find that it was done."""
    uitgave = Uitgave.objects.gepland().filter(pk=uitgave_id, gekeurd_op=None).first()
    if uitgave is None:
        return
    fouten = _fouten(uitgave)
    with alleen():
        if uitgave := Uitgave.objects.gepland().filter(pk=uitgave_id).first():
            uitgave.gekeurd_op = timezone.now()
            uitgave.save(update_fields=["gekeurd_op"])
            if fouten:
                gepland.stop(uitgave, FOUT_GEVONDEN.format(" ".join(fouten)))


def _fouten(uitgave: Uitgave) -> list[str]:
    try:
        return [
            gevonden.tekst for gevonden in bevindingen_van(d.lees(uitgave.document)) if gevonden.ernst == Ernst.FOUT
        ]
    except ValueError as fout:
        return [str(fout)]


def geplande_uitgave(request: RedactieVerzoek, uitgave_id: int) -> HttpResponse:
    """Show an edition that did not appear, and on POST take it back. Nobody else changes it meanwhile."""
    with alleen():
        return _geplande_uitgave(request, get_object_or_404(Uitgave, pk=uitgave_id))


def _geplande_uitgave(request: RedactieVerzoek, uitgave: Uitgave) -> HttpResponse:
    if uitgave.is_verschenen:
        messages.warning(request, AL_VERSCHENEN.format(uitgave))
        return redirect("admin:uitgave_uitgave_changelist")
    if request.method == "POST" and not request.user.has_perm("uitgave.publiceren"):
        raise PermissionDenied
    basis = kenmerk(uitgave.pk, uitgave.gestopt)
    if request.method == "POST":
        if request.POST.get("basis") == basis:
            return _haal_terug(request, uitgave)
        messages.warning(request, "Intussen is er iets veranderd. Kijk wat er nu staat.")
    try:
        document = d.lees(uitgave.document)
    except ValueError as fout:
        return terug(request, fout)
    nu, kopie = op_de_site(), Werkkopie()
    gevonden = verschillen(nu.document, document)
    rijen = rijen_van(gevonden, kopie)
    context = {
        **admin.site.each_context(request),
        "title": f"{uitgave} staat klaar" if uitgave.is_gepland else f"{uitgave} gaat niet door",
        "uitgave": uitgave,
        "basis": basis,
        "huidige": nu.uitgave,
        "verschillen": met_adres(gevonden, rijen),
        "makers": wie_veranderde(
            [v.rij for v in gevonden if v.rij], rijen, kopie, nu.uitgave, tot=uitgave.gepubliceerd_op
        ),
    }
    return TemplateResponse(request, "redactie/planning.html", context).render()


def _haal_terug(request: RedactieVerzoek, uitgave: Uitgave) -> HttpResponse:
    LogEntry.objects.log_actions(
        request.user.pk, [uitgave], DELETION, "Teruggehaald voor het moment.", single_object=True
    )
    gepland.haal_terug(uitgave)
    messages.success(request, f"{uitgave} is teruggehaald. Wat je in het beheer hebt ingevuld, blijft zoals het is.")
    return redirect("admin:uitgave_uitgave_changelist")


def voorbeeld(request: RedactieVerzoek, uitgave_id: int, adres: str = "") -> HttpResponse:
    """Show a public page of an edition, of a planned one as it is on its day. Links stay inside this preview."""
    uitgave = get_object_or_404(Uitgave, pk=uitgave_id)
    try:
        document = d.lees(uitgave.document)
    except ValueError as fout:
        return terug(request, fout)
    kop = d.Wijziging(nummer=uitgave.nummer, datum=uitgave.datum, wijzigingen=uitgave.wijzigingen)
    pad = voorbeeldpad(document, getattr(request, "pad", None), kop)
    request.voorbeeld_van = uitgave
    dag = timezone.localdate(uitgave.vanaf) if uitgave.is_gepland else klok.vandaag()
    with klok.op(dag):
        begin = reverse("admin:voorbeeld_van_uitgave", args=[uitgave.pk])
        return als_bezoeker(request, openbaar(adres), pad, begin)


@wacht
def _gestopt(gebruiker: User, kopie: Werkkopie) -> Iterable[Wacht]:
    """Yield the editions that will not appear, to who may plan them anew."""
    if gebruiker.has_perm("uitgave.publiceren"):
        for uitgave in Uitgave.objects.exclude(gestopt="").defer("document"):
            adres = reverse("admin:geplande_uitgave", args=[uitgave.pk])
            yield Wacht(f"{uitgave} gaat niet door. Kijk waarom.", adres)
