"""What the declaration of a kind of content lacks, said when Django starts (`manage.py check`) and in `make lint`.

Each message says what to do. A field that is nowhere declared would otherwise be lost in silence: not
published, not compared, not brought back from a file.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core.checks import CheckMessage, Error
from django.db.models import Field, Model

from uitgave.inhoud import Inhoud, Inhoudsrij
from uitgave.soort import Soort, delen, is_inhoud, soorten
from uitgave.volgorde import is_tekst


def controleer_soorten(**_: Any) -> list[CheckMessage]:
    """Return an error for everything that is forgotten about a kind of content."""
    fouten = [fout for soort in soorten() for regel in REGELS for fout in regel(soort)]
    return [*fouten, *_niet_aangemeld()]


def _fout(bij: Any, nummer: int, tekst: str, raad: str) -> Error:
    return Error(tekst, hint=raad, obj=bij, id=f"uitgave.E{nummer:03}")


def _niet_aangemeld() -> Iterator[Error]:
    """A model with a source and a date of checking is content."""
    for model in apps.get_models():
        if issubclass(model, Inhoud) and not is_inhoud(model):
            raad = f"Declare a Soort for it in {model._meta.app_label}/soorten.py."
            yield _fout(model, 1, "This model of content is no kind: it would never be published.", raad)


def _sleutel(soort: Soort) -> Iterator[Error]:
    if not soort.enig and not soort.uniek:
        raad = "Give the model a unique slug, another unique field, or a UniqueConstraint without a condition."
        yield _fout(soort.model, 2, "Nothing tells rows of this kind apart.", raad)
    if "slug" not in soort.velden and any(soort.deel in ander.verwijst.values() for ander in soorten() if soort.deel):
        raad = "Add a slug to the model and to the row."
        yield _fout(soort.rij, 3, "Other rows refer to this kind, but its rows have no slug.", raad)
    if ("slug" in soort.velden or (soort.adres and not soort.enig)) and not soort.met_sleutel:
        raad = "Subclass MetSleutel (uitgave/inhoud.py), and add `sleutel: str` to the row."
        yield _fout(soort.model, 17, "Rows of this kind have an address but no key that lasts.", raad)
    for naam in soort.parameters:
        if anders := [ander for ander in soorten() if ander is not soort and naam in ander.parameters]:
            tekst = f"The parameter {naam!r} stands before slugs of {anders[0].meervoud} too."
            yield _fout(soort.model, 18, tekst, "Give it another name.")


def _plaats(soort: Soort) -> Iterator[Error]:
    """A kind is a part of the document, or stands in exactly one field of the row to which it belongs."""
    velden = {veld.name for veld in soort.model._meta.concrete_fields if veld.is_relation}
    for naam in set(soort.hoort_bij) - velden:
        yield _fout(soort.model, 4, f"hoort_bij names {naam!r}, which is no foreign key.", "Name a foreign key.")
    if soort.deel:
        return
    if len(soort.ouders) != 1:
        raad = "Give it a `deel`, or name in hoort_bij the one foreign key to the row that holds it."
        yield _fout(soort.model, 5, "This kind has no place in the document.", raad)
        return
    ouder = next((ander for ander in soorten() if ander.model is soort.ouders[0].related_model), None)
    velden_ = ouder.velden.items() if ouder else ()
    waar = [naam for naam, veld in velden_ if veld.rij is soort.rij]
    if len(waar) != 1:
        raad = f"Add a field `tuple[{soort.rij.__name__}, ...]` to {ouder.rij.__name__ if ouder else 'that row'}."
        yield _fout(soort.rij, 6, "The row to which this kind belongs does not hold it in exactly one field.", raad)


def _binnen(soort: Soort) -> Iterator[Error]:
    for naam, veld in soort.velden.items():
        if veld.rij and naam not in soort.binnen:
            raad = f"Declare a Soort with rij={veld.rij.__name__} and hoort_bij in soorten.py."
            yield _fout(soort.rij, 16, f"The field {naam!r} holds rows of a kind that is not declared.", raad)


def _orde(soort: Soort) -> Iterator[Error]:
    if not (soort.enig or soort.orde or soort.genummerd):
        raad = "Give the Soort an `orde`, or the model a field `volgorde`."
        yield _fout(soort.model, 7, "Nothing says in which order visitors see the rows of this kind.", raad)


def _verwijzingen(soort: Soort) -> Iterator[Error]:
    for veld, deel in soort.verwijst.items():
        if deel not in delen():
            raad = f"Choose one of: {', '.join(delen())}."
            yield _fout(soort.rij, 8, f"The field {veld!r} refers to {deel!r}, which is no part of the document.", raad)
    relaties: list[Any] = [veld for veld in _eigen_velden(soort.model) if veld.is_relation]
    for veld in relaties:
        naar_inhoud = is_inhoud(veld.related_model)
        if naar_inhoud and veld.name in soort.velden and veld.name not in {**soort.verwijst, **soort.binnen}:
            raad = 'Annotate it: `Annotated[str, Naar("…")]`, or a tuple of that.'
            yield _fout(
                soort.rij, 9, f"The field {veld.name!r} holds another row, but does not say of which part.", raad
            )


def _velden_van_model(soort: Soort) -> Iterator[Error]:
    """Every field of the model is published, or said not to be."""
    bekend = {*soort.velden, *soort.niet_gepubliceerd, *soort.hoort_bij, "volgorde" if soort.genummerd else ""}
    bekend |= {deel for delen_ in soort.samengesteld.values() for deel in delen_}
    for veld in _eigen_velden(soort.model):
        if veld.name not in bekend:
            raad = f"Add it to {soort.rij.__name__}, or name it in niet_gepubliceerd of the Soort."
            yield _fout(soort.model, 10, f"The field {veld.name!r} is not published.", raad)
    for naam in soort.niet_gepubliceerd:
        if naam in soort.velden:
            yield _fout(
                soort.rij, 11, f"The field {naam!r} is said not to be published, but is.", "Remove one of them."
            )


def _velden_van_rij(soort: Soort) -> Iterator[Error]:
    """Every field of the row comes from the model."""
    eigen = {veld.name for veld in _eigen_velden(soort.model)} | set(soort.samengesteld) | set(soort.binnen)
    for naam in soort.velden:
        if naam not in eigen:
            raad = "Add it to the model, or say in `samengesteld` of which fields it is made."
            yield _fout(soort.rij, 12, f"The field {naam!r} is no field of the model: nothing can fill it.", raad)
    genoemd = {*soort.naamvelden} - set(soort.velden)
    genoemd |= set(soort.eigen_teksten) - {veld.name for veld in _eigen_velden(soort.model)}
    for naam in sorted(genoemd):
        raad = "Name only fields that are there."
        yield _fout(soort.model, 13, f"The Soort names the field {naam!r}, which is not there.", raad)


def _schone_tekst(soort: Soort) -> Iterator[Error]:
    """Every way in cleans the texts of an Inhoudsrij, and every list sorts them as people do."""
    if not issubclass(soort.model, Inhoudsrij):
        raad = "Let the model subclass Inhoudsrij, or Inhoud, of uitgave/inhoud.py."
        yield _fout(soort.model, 19, "The texts of this kind would be stored as they come in.", raad)
    for deel in soort.model._meta.ordering or ():
        naam = deel.removeprefix("-") if isinstance(deel, str) else ""
        if naam and is_tekst(soort.model, naam):
            raad = f"Write Volgorde({naam!r}), from uitgave/volgorde.py, in the ordering of Meta."
            yield _fout(soort.model, 20, f"The text {naam!r} is sorted otherwise in each database.", raad)


def _bureau(soort: Soort) -> Iterator[Error]:
    """Every field that an editor may change stands on the page where it is changed."""
    beheer = admin.site._registry.get(soort.model)
    if beheer is None:
        raad = f"Register it in {soort.model._meta.app_label}/admin.py."
        yield _fout(soort.model, 14, "Editors have no page to change rows of this kind.", raad)
        return
    groepen: Any = beheer.fieldsets
    if not groepen:  # Django shows them all
        return
    getoond = {naam for _, opties in groepen for regel in opties["fields"] for naam in _namen(regel)}
    for veld in _eigen_velden(soort.model):
        if veld.editable and veld.name not in getoond and not _door(veld):
            raad = f"Add it to the fieldsets of {type(beheer).__name__}."
            yield _fout(soort.model, 15, f"The field {veld.name!r} stands on no page of the desk.", raad)


def _eigen_velden(model: type[Model]) -> Iterable[Field]:
    """Return the fields that hold content: all but the row number, and lists that have rows of their own."""
    velden: tuple[Any, ...] = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return [veld for veld in velden if not veld.primary_key and not _door(veld)]


def _door(veld: Any) -> bool:
    """True for a list of rows that is made of rows of a kind of its own."""
    return bool(veld.many_to_many) and is_inhoud(veld.remote_field.through)


def _namen(regel: Any) -> Iterable[str]:
    return (regel,) if isinstance(regel, str) else regel


REGELS = (
    *(_sleutel, _plaats, _binnen, _orde, _verwijzingen),
    *(_velden_van_model, _velden_van_rij, _schone_tekst, _bureau),
)
