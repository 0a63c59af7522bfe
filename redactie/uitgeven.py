"""What editors do besides editing: look at the working copy as a visitor, and publish it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import Resolver404, get_script_prefix, resolve, reverse, set_script_prefix
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from redactie.adressen import maken
from redactie.beginnen import mag_maken
from redactie.bezig import bezig
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Ernst, Werkkopie, bevindingen
from redactie.kwaliteit.tekstvelden import TekstMetHint
from uitgave import document as d
from uitgave import verhuizing
from uitgave.bouwen import Ontbreekt, bouw
from uitgave.leesbaar import op_de_site
from uitgave.models import Uitgave
from uitgave.pad import Pad
from uitgave.pagina import RedactieVerzoek, alleen_fragment, leest_van
from uitgave.publiceren import publiceer
from uitgave.vastleggen import alleen, stand
from uitgave.verhuizing import Verhuisd404, verhuisd_adres, verhuisde_vraag
from uitgave.verschil import verschillen
from uitgave.wijzigingen import vul_aan


def voorbeeld(request: RedactieVerzoek, adres: str = "") -> HttpResponse:
    """Show a public page as it would be if the working copy were published now.

    The script prefix makes every link on the page stay inside the preview.
    """
    try:
        gevonden = resolve(f"/{adres}", "ontwikkelpad.urls_openbaar")
    except Resolver404:
        raise Http404(adres) from None
    try:
        document = bouw()
    except ValueError as fout:
        if alleen_fragment(request):
            return HttpResponseClientRedirect(request.get_full_path())  # the whole page says why
        return _terug(request, fout)
    pad = voorbeeldpad(document, getattr(request, "pad", None))
    leest = leest_van(gevonden.func)
    if antwoord := verhuisde_vraag(request, pad.verhuisd, leest.namen(pad)):
        return antwoord
    request.GET = QueryDict(leest.vraag(pad, request.GET))
    request.pad, request.voorbeeld, request.resolver_match = pad, True, gevonden
    voorvoegsel = get_script_prefix()
    set_script_prefix(reverse("admin:voorbeeld"))
    try:
        return gevonden.func(request, *gevonden.args, **gevonden.kwargs)
    except Verhuisd404 as fout:
        return verhuisd_adres(request, gevonden, fout)
    finally:
        set_script_prefix(voorvoegsel)


def voorbeeldpad(document: d.Document, huidige: Pad | None) -> Pad:
    """Return the Pad of `document` as if it were published now, after the edition that is served."""
    kop = d.Wijziging(nummer="(voorbeeld)", datum=timezone.localdate(), wijzigingen="")
    eerdere, vorige = (huidige.geschiedenis, huidige.uitgave.document) if huidige else ((), None)
    eigenaars = huidige.uitgave.eigenaars if huidige else {}
    return Pad(
        d.Uitgave(
            id=0,
            nummer=kop.nummer,
            datum=kop.datum,
            wijzigingen=kop.wijzigingen,
            document=document,
            geschiedenis=vul_aan(eerdere, kop, vorige, document),
            eigenaars=verhuizing.vul_aan(eigenaars, document),
            bijlagen=huidige.uitgave.bijlagen if huidige else {},
        )
    )


class PublicatieFormulier(forms.ModelForm):
    """What an editor says of a new edition, and on which state that editor based it."""

    basis = forms.CharField(widget=forms.HiddenInput, required=False)
    gelezen = forms.BooleanField(
        label="Ik heb de punten bij ‘let op’ gelezen en wil publiceren",
        error_messages={"required": "Lees de punten bij ‘let op’. Wil je toch publiceren? Zet dan dit vinkje."},
    )

    class Meta:
        model = Uitgave
        fields = ("nummer", "datum", "wijzigingen")
        widgets = {"datum": forms.DateInput({"type": "date"}, "%Y-%m-%d"), "wijzigingen": TekstMetHint({"rows": 4})}

    def __init__(self, *args: Any, vraag: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not vraag:
            del self.fields["gelezen"]


def publiceren(request: RedactieVerzoek, uitgave_id: int | None = None) -> HttpResponse:
    """Show what would change for visitors, and publish it: the working copy or an earlier edition."""
    if not request.user.has_perm("uitgave.publiceren"):
        raise PermissionDenied
    eerdere = get_object_or_404(Uitgave, pk=uitgave_id) if uitgave_id else None
    try:
        with bezig(request.user):
            return _publiceren(request, eerdere)
    except (ValidationError, ValueError) as fout:
        return _terug(request, fout)


def _publiceren(request: RedactieVerzoek, eerdere: Uitgave | None) -> HttpResponse:
    begin = stand()
    kopie = Werkkopie() if not eerdere else None
    document = d.lees(eerdere.document) if eerdere else bouw(kopie=kopie)
    nu = op_de_site()
    basis = kenmerk(nu.uitgave and nu.uitgave.pk, document)
    gevonden = bevindingen(kopie) if kopie else []
    geblokkeerd = any(bevinding.ernst == Ernst.FOUT for bevinding in gevonden)
    formulier = PublicatieFormulier(request.POST or None, initial=_begin(eerdere), vraag=bool(gevonden))
    if request.method == "POST" and not geblokkeerd and formulier.is_valid():
        with alleen():  # nobody changed what was looked at, and nobody does until it is stored
            if formulier.cleaned_data["basis"] == basis and stand() == begin:
                return _klaar(request, formulier.cleaned_data, document)
        formulier.add_error(None, "Intussen is er iets veranderd. Bekijk het verschil opnieuw en publiceer dan pas.")
    formulier.data = {**formulier.data.dict(), "basis": basis} if formulier.is_bound else formulier.data
    formulier.initial["basis"] = basis
    context = {
        **admin.site.each_context(request),
        "title": f"Publiceer uitgave {eerdere.nummer} opnieuw" if eerdere else "Publiceer",
        "formulier": formulier,
        "huidige": nu.uitgave,
        "eerdere": eerdere,
        "verschillen": verschillen(nu.document, document),
        "bevindingen": gevonden,
        "geblokkeerd": geblokkeerd,
    }
    return TemplateResponse(request, "redactie/publiceren.html", context).render()


def _klaar(request: RedactieVerzoek, gegevens: dict[str, Any], document: d.Document) -> HttpResponseRedirect:
    uitgave = publiceer(document, gegevens["nummer"], gegevens["datum"], gegevens["wijzigingen"], request.user)
    LogEntry.objects.log_actions(request.user.pk, [uitgave], ADDITION, "Gepubliceerd.")
    messages.success(request, f"{uitgave} is gepubliceerd. Bezoekers zien deze uitgave vanaf nu.")
    return redirect("admin:uitgave_uitgave_changelist")


def _begin(eerdere: Uitgave | None) -> dict[str, Any]:
    tekst = f"We zijn teruggegaan naar de inhoud van versie {eerdere.nummer}." if eerdere else ""
    return {"datum": timezone.localdate(), "wijzigingen": tekst}


def _terug(request: RedactieVerzoek, fout: Exception) -> HttpResponseRedirect:
    """Say what is wrong where it can be mended: at the form for the row that is missing, or at the desk."""
    if isinstance(fout, Ontbreekt) and mag_maken(request.user, fout.soort.model):
        messages.warning(request, str(fout))
        return redirect(maken(fout.soort.model))
    messages.error(request, " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout))
    return redirect("admin:index")
