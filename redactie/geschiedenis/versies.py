"""What the history holds, in words that an editor knows; and bringing back what was."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db.models import CASCADE, Count, Exists, Model, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.formats import date_format
from reversion.models import Revision, Version

from redactie.adressen import naam, wijzigen_bij
from redactie.geschiedenis import vermeldingen
from redactie.geschiedenis.geheel import delen_van, toelichting
from redactie.geschiedenis.waarden import waarden_van
from redactie.templatetags.wie_wanneer import moment
from uitgave.soort import SLEUTEL, alle_modellen, is_inhoud, soort_van
from uitgave.tekst import volgorde
from uitgave.vastleggen import BEGIN_VERWIJDERD, Gebruiker, is_verwijdering, vastleggen, verwijder
from uitgave.verschil import GEWIJZIGD, HERNOEMD, TOEGEVOEGD, VERWIJDERD, Veldverschil, Verschil, soortnaam

Sleutel = tuple[type[Model], str]

TERUGGEZET = "teruggezet"
MEESTE = 100  # rows of one change that are compared


@dataclass(frozen=True)
class Wijzigingsregel:
    """One change as the history shows it, with what became different."""

    revisie: Revision
    toelichting: str
    verschillen: list[Verschil]
    versie: Version | None = None  # what can be brought back, on the page of one row
    meer: int = 0  # rows that changed too, and are not compared: a large import has thousands


def regels(revisies: Iterable[Revision], van: Model | None = None) -> list[Wijzigingsregel]:
    """Return what each change was, given one of its revisions; with `van` only what that revision was of that row and
    the rows that belong to it.

    Of a change of very many rows, only the first.
    """
    revisies = list(revisies)
    delen = revisies if van else list(delen_van(*revisies))
    geheel = {deel.pk: deel.pk if van else deel.date_created for deel in delen}
    versies = Version.objects.filter(revision__in=geheel)
    versies = versies.filter(_van(van)) if van else versies
    op = "revision" if van else "revision__date_created"
    aantal = dict(versies.order_by().values_list(op).annotate(Count("pk")))
    rang = Window(RowNumber(), partition_by=op, order_by="pk")
    per_geheel = defaultdict(list)
    for versie, vorige in met_vorige(versies.annotate(rang=rang).filter(rang__lte=MEESTE)):
        per_geheel[geheel[versie.revision_id]].append((versie, vorige))
    namen = Namen()
    gevonden = []
    for revisie in revisies:
        eigen = geheel[revisie.pk]
        paren = per_geheel[eigen]
        verschillen = [_verschil(versie, vorige, namen) for versie, vorige in paren]
        meer = aantal.get(eigen, 0) - len(paren)
        zin = toelichting(deel for deel in delen if geheel[deel.pk] == eigen)
        terug = next((versie for versie, _ in paren if van and _sleutel(versie) == _sleutel(van)), None)
        gevonden.append(Wijzigingsregel(revisie, zin, [deze for deze in verschillen if deze], terug, meer))
    return gevonden


def met_vorige(versies: QuerySet[Version]) -> list[tuple[Version, Version | None]]:
    """Return each of `versies`, the oldest first, with the one before it of the same row."""
    eerder = _van_dezelfde().filter(pk__lt=OuterRef("pk"))
    rijen = versies.select_related("revision").order_by("pk")
    rij = list(rijen.annotate(vorige=Subquery(eerder.order_by("-pk").values("pk")[:1]), **_laatste()))
    vorige = Version.objects.select_related("revision").in_bulk([versie.vorige for versie in rij if versie.vorige])
    return [(versie, vorige.get(versie.vorige)) for versie in rij]


def _laatste() -> dict[str, Subquery]:
    """Return what tells of each version whether its row is there now: the last version of that, and what it says."""
    laatste = _van_dezelfde().order_by("-pk")
    return {
        "laatste": Subquery(laatste.values("pk")[:1]),
        "laatst": Subquery(laatste.values("revision__comment")[:1]),
    }


def adres(versie: Any) -> str:
    """Return where an editor finds the row of a version that `met_vorige` gave: to change it, or to bring it back.

    A row without a page of its own is found on that of the row to which it belongs.
    """
    model, pk = model_van(versie), versie.object_id
    if versie.laatst.startswith(BEGIN_VERWIJDERD):
        return reverse("admin:terugzetten", args=[versie.laatste]) if model in admin.site._registry else ""
    while model not in admin.site._registry:
        ouders = soort_van(model).ouders
        waarden = waarden_van(versie) if model is model_van(versie) else {}
        gevuld = [(ouder.related_model, waarden[ouder.name]) for ouder in ouders if waarden.get(ouder.name)]
        if not gevuld:
            return ""
        model, pk = gevuld[0]
    return reverse(f"admin:{naam(model._meta, 'change')}", args=[pk])


def _van_dezelfde() -> QuerySet[Version]:
    """Return the versions of the same row as those around this query, found by the index of the versions."""
    velden = ("db", "content_type", "object_id")
    dezelfde: QuerySet[Version] = Version.objects.filter(**{veld: OuterRef(veld) for veld in velden})
    return dezelfde


def revisies_van(rij: Model) -> QuerySet[Revision]:
    """Return the revisions in which `rij` or a row that belongs to it changed, newest first."""
    revisies: QuerySet[Revision] = Revision.objects.select_related("user")
    return revisies.filter(pk__in=Version.objects.filter(_van(rij)).values("revision"))


def verwijderd() -> QuerySet[Version]:
    """Return the last state of every row that was deleted and is still away, newest first."""
    later = _van_dezelfde().filter(pk__gt=OuterRef("pk"))
    inhoud = Version.objects.filter(content_type__in=ContentType.objects.get_for_models(*alle_modellen()).values())
    weg = inhoud.filter(~Exists(later), revision__comment__startswith=BEGIN_VERWIJDERD)
    laatste: QuerySet[Version] = weg.select_related("revision__user").order_by("-pk")
    return laatste


def verschil_met_nu(versie: Version) -> list[Verschil]:
    """Return what would change in the working copy if `versie` were brought back."""
    namen = Namen()
    gevonden = []
    for oud in (versies := _met_toebehoren(versie)):
        model = model_van(oud)
        nu = model._default_manager.filter(pk=oud.object_id).first()
        waarden = waarden_van(nu) if nu else {}, waarden_van(oud)
        velden = veldverschillen(model, *waarden, namen)
        wat = wat_werd(model, *waarden) if nu else TOEGEVOEGD
        if velden or not nu:
            naam = _namen(str(nu), oud.object_repr) if wat == HERNOEMD else oud.object_repr
            gevonden.append(Verschil(soortnaam(model), naam, wat, velden, adres=wijzigen_bij(nu) if nu else ""))
    weg = _overbodig(versie, versies)
    return gevonden + [Verschil(soortnaam(type(rij)), str(rij), VERWIJDERD, adres=wijzigen_bij(rij)) for rij in weg]


def zet_terug(versie: Version, gebruiker: Gebruiker) -> None:
    """Make a row, and the rows that belong to it, what they were in `versie`.

    Raises ValidationError, with nothing changed, when something it needs is gone or when another
    row has taken its place.
    """
    with vastleggen(gebruiker, f"Teruggezet: {versie.object_repr}, zoals op {moment(versie.revision.date_created)}"):
        versies = _met_toebehoren(versie)
        _weiger_losse_einden(versies)
        for rij in _overbodig(versie, versies):
            verwijder(rij, gebruiker)
        for oud in versies:
            (gelezen,) = serializers.deserialize(oud.format, oud.serialized_data, ignorenonexistent=True)
            rij = gelezen.object
            rij._state.adding = not type(rij)._default_manager.filter(pk=rij.pk).exists()
            try:
                rij.full_clean()
            except ValidationError as fout:
                raise ValidationError(f"{oud.object_repr}: {' '.join(fout.messages)}") from fout
            gelezen.save()


def _sleutel(iets: Version | Model) -> Sleutel:
    if isinstance(iets, Version):
        return model_van(iets), iets.object_id
    return type(iets), str(iets.pk)


def _van(rij: Model) -> Q:
    """Select the versions of `rij` and of the rows that belong to it, also of those that are gone."""
    return Q(pk__in=vermeldingen.van(rij).values("versie"))


def model_van(versie: Version) -> Any:
    return ContentType.objects.get_for_id(versie.content_type_id).model_class()


def _type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)


def _relaties(model: type[Model]) -> list[Any]:
    """Return the foreign keys by which other rows belong to a row of `model`."""
    return [model._meta.get_field(naam).field for naam in soort_van(model).relaties]  # type: ignore[union-attr]


def _meegegaan(model: type[Model]) -> list[Any]:
    """Return the foreign keys by which other rows of content cannot be without a row of `model`."""
    relaties: Any = model._meta.related_objects
    return [rel.field for rel in relaties if is_inhoud(rel.related_model) and rel.on_delete is CASCADE]


def _met_toebehoren(versie: Version) -> list[Version]:
    """Return `versie` with the versions, of the same change, of the rows that belong to it.

    Of a row that was deleted these are also the rows that could not be without it, and went along.
    """
    model = model_van(versie)
    versies = [versie]
    for relatie in _meegegaan(model) if is_verwijdering(versie.revision) else _relaties(model):
        zelfde = versie.revision.version_set.filter(content_type=_type(relatie.model)).order_by("pk")
        versies += [mee for mee in zelfde if str(waarden_van(mee).get(relatie.name)) == versie.object_id]
    return versies


def _overbodig(versie: Version, versies: list[Version]) -> list[Model]:
    """Return the rows that belong to the row now, but did not in `versie`."""
    model = model_van(versie)
    nu = model._default_manager.filter(pk=versie.object_id).first()
    toen = {_sleutel(mee) for mee in versies}
    alle = [rij for naam in soort_van(model).relaties for rij in getattr(nu, naam).all()] if nu else []
    return [rij for rij in alle if _sleutel(rij) not in toen]


def _weiger_losse_einden(versies: list[Version]) -> None:
    """Refuse to bring back rows that refer to a row that is gone, unless it comes back too."""
    terug = {_sleutel(versie) for versie in versies}
    namen = Namen()
    for versie in versies:
        gegevens = waarden_van(versie)
        for veld in met_verwijzing(model_van(versie)):
            waarden = gegevens.get(veld.name) or []
            for pk in waarden if isinstance(waarden, list) else [waarden]:
                if (veld.related_model, str(pk)) not in terug and not namen.bestaat(veld.related_model, pk):
                    raise ValidationError(
                        f"Dit kan nog niet terug, want {namen.naam(veld.related_model, pk)} bestaat niet meer. "
                        "Zet dat eerst terug."
                    )


def met_verwijzing(model: type[Model]) -> list[Any]:
    return [veld for veld in (*model._meta.concrete_fields, *model._meta.many_to_many) if veld.remote_field]


def _verschil(versie: Version, vorige: Version | None, namen: "Namen") -> Verschil | None:
    """Return what became of a row in `versie`; nothing when it stayed the same."""
    model = model_van(versie)
    oud, nieuw = waarden_van(vorige) if vorige else {}, waarden_van(versie)
    if is_verwijdering(versie.revision):
        wat, oud, nieuw = VERWIJDERD, nieuw, {}
    elif vorige is None:
        wat = TOEGEVOEGD
    else:
        wat = TERUGGEZET if is_verwijdering(vorige.revision) else wat_werd(model, oud, nieuw)
    velden = veldverschillen(model, oud, nieuw, namen)
    if not velden and wat == GEWIJZIGD:
        return None
    naam = _namen(vorige.object_repr, versie.object_repr) if vorige and wat == HERNOEMD else versie.object_repr
    return Verschil(soortnaam(model), naam, wat, velden, adres=adres(versie))


def wat_werd(model: type[Model], oud: dict[str, Any], nieuw: dict[str, Any]) -> str:
    """Return whether a row that stayed got another name or address, or only changed."""
    soort = soort_van(model)
    namen = ("slug", *soort.naamvelden) if "slug" in soort.velden else ()
    hernoemd = any(oud.get(veld) != nieuw.get(veld) for veld in namen)
    return HERNOEMD if hernoemd else GEWIJZIGD


def _namen(oud: str, nieuw: str) -> str:
    return " → ".join(dict.fromkeys([oud, nieuw]))


def veldverschillen(
    model: type[Model], oud: dict[str, Any], nieuw: dict[str, Any], namen: "Namen"
) -> tuple[Veldverschil, ...]:
    """Return the fields that differ between two states, in the order of the model."""
    alle: list[Any] = [*model._meta.concrete_fields, *model._meta.many_to_many]
    velden = [veld for veld in alle if not veld.primary_key and veld.name != SLEUTEL]
    paren = [(veld, oud.get(veld.name), nieuw.get(veld.name)) for veld in velden]
    teksten = [(veld, namen.tekst(veld, voor), namen.tekst(veld, na)) for veld, voor, na in paren]
    return tuple(Veldverschil(str(veld.verbose_name), voor, na) for veld, voor, na in teksten if voor != na)


class Namen:
    """Turns stored values into words; looks up the names of all that rows refer to once, when the first is asked."""

    @cached_property
    def _bekend(self) -> dict[type[Model], dict[str, str]]:
        naar = {veld.related_model: None for model in alle_modellen() for veld in met_verwijzing(model)}
        return {model: {str(rij.pk): str(rij) for rij in model._default_manager.select_related()} for model in naar}

    def bestaat(self, model: type[Model], pk: object) -> bool:
        return str(pk) in self._bekend[model]

    def naam(self, model: type[Model], pk: object) -> str:
        """Return the name of a row, also when it was deleted."""
        if self.bestaat(model, pk):
            return self._bekend[model][str(pk)]
        versie = Version.objects.get_for_object_reference(model, pk).first()
        return f"{versie.object_repr} (verwijderd)" if versie else f"{model._meta.verbose_name} nummer {pk}"

    def tekst(self, veld: Any, waarde: Any) -> str:
        """Return what an editor reads for `waarde` in `veld`: names, labels and Dutch dates."""
        if waarde is None or waarde == "":
            return ""
        if isinstance(waarde, list):
            return "\n".join(sorted((self.naam(veld.related_model, pk) for pk in waarde), key=volgorde))
        if veld.remote_field:
            return self.naam(veld.related_model, waarde)
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if veld.choices:
            return str(dict(veld.flatchoices).get(waarde, waarde))
        if veld.get_internal_type() == "DateField":
            return date_format(date.fromisoformat(waarde), "j F Y")
        return str(waarde)
