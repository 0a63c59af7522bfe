"""What editors say of a row that waits: not yet, with a note; or ready to be published."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from redactie.adressen import wijzigen
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Werkkopie
from redactie.leden import leden
from redactie.models import Achterhouding, Klaarmelding, Uitspraak
from redactie.uitgeven.rechten import mag_veranderen
from redactie.uitgeven.voorstel import ALLES
from redactie.wachtend import Wacht, wacht
from uitgave.inhoud import RegelVeld, TekstVeld
from uitgave.leesbaar import op_de_site
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import SLEUTEL, Soort, delen, is_inhoud, soort_van
from uitgave.tekst import volgorde
from uitgave.vastleggen import alleen
from uitgave.verschil import VAN_DE_VOLGORDE, Lezer, Rijsleutel, op_identiteit
from zoeken.vouwen import gevouwen


class Achterhoudformulier(forms.ModelForm):
    """Why a row is held back, until when, and with which others."""

    class Meta:
        model = Achterhouding
        fields = ("notitie", "tot", "bundel")
        field_classes = {"bundel": RegelVeld}
        widgets = {
            "notitie": forms.Textarea({"rows": 3}),
            "tot": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            "bundel": forms.TextInput({"list": "bundels"}),
        }
        help_texts = {
            "notitie": "Waarom nog niet? Wie hier werkt, leest dit. Bezoekers niet.",
            "tot": "Hoeft niet. Na deze dag zegt het beheer dat je er weer naar moet kijken.",
            "bundel": "Hoeft niet. Bijvoorbeeld ‘Versie 2’. Wat bij hetzelfde hoort, hef je later samen op.",
        }

    def clean_tot(self) -> date | None:
        """Refuse a day that has been: it is over before it begins."""
        tot: date | None = self.cleaned_data["tot"]
        if tot and tot < timezone.localdate():
            raise forms.ValidationError("Die dag is al geweest. Kies vandaag of een latere dag, of laat dit leeg.")
        return tot

    def clean_bundel(self) -> str:
        """Take the set that is there, however its name is typed."""
        bundel: str = self.cleaned_data["bundel"]
        bekend = Achterhouding.objects.exclude(bundel="").values_list("bundel", flat=True)
        return next((naam for naam in bekend if gevouwen(naam) == gevouwen(bundel)), bundel)


class Klaarformulier(forms.ModelForm):
    """A note with what is ready."""

    class Meta:
        model = Klaarmelding
        fields = ("notitie",)
        field_classes = {"notitie": TekstVeld}
        widgets = {"notitie": forms.Textarea({"rows": 3})}
        help_texts = {"notitie": "Hoeft niet. Wat moet wie publiceert weten?"}


def achterhouden(request: RedactieVerzoek) -> HttpResponse:
    """Hold the row `?rij=` back, or change what was said of that."""
    sleutel = _gevraagd(request, request.GET.get("rij", ""))
    formulier = Achterhoudformulier(request.POST or None, instance=_van(Achterhouding, sleutel) or Achterhouding())
    if formulier.is_bound and formulier.is_valid() and _bewaar(request, sleutel, formulier, Klaarmelding):
        messages.success(request, f"{formulier.instance.naam} blijft zoals het op de site staat, tot je dat opheft.")
        return _terug(request, sleutel)
    bundels = bundels_van(Achterhouding.objects.all())
    return _pagina(request, "redactie/achterhouden.html", sleutel, formulier, bundels=bundels)


def bundels_van(rijen: Iterable[Achterhouding]) -> list[str]:
    """Return the names of the sets in which rows are held back, in the Dutch order."""
    return sorted({rij.bundel for rij in rijen if rij.bundel}, key=volgorde)


@require_POST
def opheffen(request: RedactieVerzoek) -> HttpResponse:
    """Hold a row back no longer, with all of its set, or the set that is named."""
    with alleen():
        rijen = _gezegd(Achterhouding, Rijsleutel.lees(request.POST.get("rij", "")))
        bundel = request.POST.get("bundel", "") or next((rij.bundel for rij in rijen), "")
        rijen = Achterhouding.objects.filter(bundel=bundel) if bundel else rijen
        if not all(mag_veranderen(request.user, rij.sleutel) for rij in rijen if rij.deel in delen()):
            raise PermissionDenied
        namen = [rij.naam for rij in rijen]
        rijen.delete()
    if namen:
        zin = f"‘{bundel}’ wordt" if bundel else f"{namen[0]} wordt"
        messages.success(request, f"{zin} niet meer achtergehouden en kan mee bij het publiceren.")
    return redirect("admin:publiceren")


def klaar(request: RedactieVerzoek) -> HttpResponse:
    """Say that the row `?rij=`, or without that everything, can be published. It is then no longer held back."""
    tekst = request.GET.get("rij", "")
    sleutel = _gevraagd(request, tekst) if tekst else ALLES
    formulier = Klaarformulier(request.POST or None, instance=_van(Klaarmelding, sleutel) or Klaarmelding())
    if formulier.is_bound and formulier.is_valid() and _bewaar(request, sleutel, formulier, Achterhouding):
        messages.success(request, f"Een eindredacteur ziet nu dat dit klaar is: {formulier.instance.naam}.")
        return _terug(request, sleutel)
    return _pagina(request, "redactie/klaar.html", sleutel, formulier, alles=sleutel == ALLES)


@require_POST
def intrekken(request: RedactieVerzoek) -> HttpResponse:
    """Take back that something is ready: for who said so, and for who publishes."""
    with alleen():
        sleutel = Rijsleutel.lees(request.POST.get("rij", ""))
        meldingen = _gezegd(Klaarmelding, sleutel)
        if not request.user.has_perm("uitgave.publiceren") and meldingen.exclude(door=request.user).exists():
            raise PermissionDenied
        meldingen.delete()
    messages.success(request, "De klaarmelding is ingetrokken.")
    return redirect("admin:publiceren")


class MetAchterhouding(admin.ModelAdmin):
    """Says on the page of a row whether it is held back or ready, and lets an editor say so."""

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        rij = context.get("original")
        if rij and is_inhoud(type(rij)) and (soort := soort_van(type(rij))).deel:
            sleutel = Rijsleutel.van(soort, rij)
            context |= {
                "rijsleutel": str(sleutel),
                "achterhouding": _van(Achterhouding, sleutel, rij),
                "klaarmelding": _van(Klaarmelding, sleutel, rij),
            }
        return super().render_change_form(request, context, *args, **kwargs)


def rij_van(sleutel: Rijsleutel) -> Model | None:
    """Return the row of the working copy that is called so; None when it is not there."""
    soort = delen()[sleutel.deel]
    alle = soort.model._default_manager
    if soort.met_sleutel:
        return alle.filter(**{SLEUTEL: sleutel.eigen}).first()
    rijen = alle.select_related(*(veld.name for veld in soort.model._meta.concrete_fields if veld.is_relation))
    return next((rij for rij in rijen if Rijsleutel.van(soort, rij) == sleutel), None)


def _gevraagd(request: RedactieVerzoek, tekst: str) -> Rijsleutel:
    """Return the row that a request names. Raises Http404 or PermissionDenied."""
    sleutel = Rijsleutel.lees(tekst)
    if sleutel.deel not in delen() or not _naam(sleutel):
        raise Http404
    if not mag_veranderen(request.user, sleutel):
        raise PermissionDenied
    return sleutel


def _naam(sleutel: Rijsleutel) -> str:
    """Return what editors call a row: now, as it is published, or when something was said of it; else nothing."""
    if sleutel == ALLES:
        return "Alles wat wacht"
    soort = delen()[sleutel.deel]
    if sleutel.eigen == VAN_DE_VOLGORDE:
        return f"De volgorde van {soort.model._meta.verbose_name_plural}"
    if rij := _ooit(sleutel):
        return soort.meervoud if soort.enig else f"{soort.enkelvoud} ‘{rij}’"
    gezegd = _van(Achterhouding, sleutel) or _van(Klaarmelding, sleutel)
    return _gepubliceerde_naam(soort, sleutel) or (gezegd.naam if gezegd else "")


def _gepubliceerde_naam(soort: Soort, sleutel: Rijsleutel) -> str:
    if not (document := op_de_site().document):
        return ""
    lezer = Lezer(None, document)
    rij = op_identiteit(getattr(lezer.nieuw, soort.deel)).get(sleutel.eigen)
    return f"{soort.enkelvoud} ‘{lezer.naam(rij)}’" if rij else ""


def _van(model: type[Any], sleutel: Rijsleutel, rij: Model | None = None) -> Any:
    """Return what was said of a row, also under the name that it had then."""
    return _gezegd(model, sleutel, rij).select_related("door").first()


def _gezegd(model: type[Any], sleutel: Rijsleutel, rij: Model | None = None) -> Any:
    rij = rij or _nu(sleutel)
    zelf = Q(rij=sleutel.eigen) | Q(nummer=rij.pk) if rij else Q(rij=sleutel.eigen)
    return model.objects.filter(zelf, deel=sleutel.deel)


def _nu(sleutel: Rijsleutel) -> Model | None:
    return rij_van(sleutel) if sleutel.deel in delen() else None


def _ooit(sleutel: Rijsleutel) -> Model | None:
    """Return the row of the working copy that is called so, or else that was when something was said of it."""
    if (rij := _nu(sleutel)) or sleutel.deel not in delen():
        return rij
    gezegd = [_van(model, sleutel) for model in (Achterhouding, Klaarmelding)]
    nummers = [een.nummer for een in gezegd if een]
    return delen()[sleutel.deel].model._default_manager.filter(pk__in=nummers).first()


def _bewaar(request: RedactieVerzoek, sleutel: Rijsleutel, formulier: forms.ModelForm, weg: type[Uitspraak]) -> bool:
    """Store what an editor says of a row, and forget what `weg` said; not when a colleague just said something else."""
    soort: Any = type(formulier.instance)
    rij = _ooit(sleutel)
    velden = {naam: formulier.cleaned_data[naam] for naam in formulier.fields}
    velden |= {"naam": _naam(sleutel)[:300], "door": request.user, "nummer": rij and rij.pk}
    formulier.instance.naam = velden["naam"]
    with alleen():
        bestaand = _van(soort, sleutel)
        if request.POST.get("basis", "") != _basis(bestaand):
            formulier.add_error(None, "Een collega heeft hier intussen iets over gezegd. Kijk of dit nog klopt.")
            return False
        eigen = bestaand.rij if bestaand else sleutel.eigen
        soort.objects.update_or_create(deel=sleutel.deel, rij=eigen, defaults=velden)
        _gezegd(weg, sleutel).delete()
    return True


def _basis(gezegd: Uitspraak | None) -> str:
    """Return what is another when somebody said something else of a row."""
    return kenmerk(gezegd.pk, gezegd.op.isoformat()) if gezegd else ""


def _pagina(
    request: RedactieVerzoek, sjabloon: str, sleutel: Rijsleutel, formulier: forms.ModelForm, **erbij: Any
) -> HttpResponse:
    bestaand = _van(type(formulier.instance), sleutel)
    context = {
        **admin.site.each_context(request),
        "title": _naam(sleutel),
        "formulier": formulier,
        "bestaand": bestaand,
        "basis": _basis(bestaand),
        "rijsleutel": str(sleutel),
        **erbij,
    }
    return TemplateResponse(request, sjabloon, context)


def _terug(request: RedactieVerzoek, sleutel: Rijsleutel) -> HttpResponseRedirect:
    """Go back to where the editor came from: the page of the row, or that of publishing."""
    rij = _ooit(sleutel) if "bij_rij" in request.GET else None
    return redirect(wijzigen(rij)) if rij else redirect("admin:publiceren")


@wacht
def _klaar_gemeld(gebruiker: User, kopie: Werkkopie) -> Iterable[Wacht]:
    """Yield that others asked to publish something, to who may."""
    if gebruiker.has_perm("uitgave.publiceren"):
        aantal = Klaarmelding.objects.exclude(door=gebruiker).count()
        if aantal:
            zin = "Er is iets" if aantal == 1 else f"Er is {aantal} keer iets"
            yield Wacht(f"{zin} klaar gemeld. Kijk of je het kunt publiceren.", reverse("admin:publiceren"))


@wacht
def _dag_voorbij(gebruiker: User, kopie: Werkkopie) -> Iterable[Wacht]:
    """Yield what is held back until a day that has been, to who did so; of who is gone, to who publishes."""
    verlopen = Achterhouding.objects.filter(tot__lt=timezone.localdate())
    soorten = [("je achterhoudt", verlopen.filter(door=gebruiker))]
    if gebruiker.has_perm("uitgave.publiceren"):
        soorten.append(("is achtergehouden", verlopen.exclude(door__in=leden())))
    for wat, deze in soorten:
        if aantal := deze.count():
            zin = f"De dag van iets wat {wat}, is voorbij ({aantal} keer). Kijk of het nu mee kan."
            yield Wacht(zin, reverse("admin:publiceren"))
