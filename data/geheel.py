"""An edition as one JSON document with the datasets beside it, and its JSON Schema; both follow from the rows."""

from datetime import date
from functools import cache
from typing import Any

import msgspec
from django.conf import settings
from django.db.models import Choices

from data.inhoud import openbaar_document
from uitgave.document import documentsoort, schrijf
from uitgave.gegevens import Bron, alle_gegevens
from uitgave.onaf import mag_later
from uitgave.pad import Pad
from uitgave.rij import Rij
from uitgave.soort import delen, soorten
from uitgave.verschil import veldnaam

LICENTIE = "https://creativecommons.org/licenses/by/4.0/"
UITLEG = {
    "naam": "Naam van de site.",
    "versie": "Nummer van de uitgave.",
    "datum": "Datum van de uitgave.",
    "adres": "Waar de site staat.",
    "licentie": "Wat je met de gegevens mag doen.",
    "json_schema": "Waar staat wat er in dit bestand kan staan.",
    "inhoud": "Alles wat bezoekers kunnen lezen, per soort.",
}


@cache
def soort_van_geheel() -> type[Rij]:
    """Return the type of the whole: what is said of the edition, its document, and the datasets beside it."""
    velden: list[Any] = [(veld, date if veld == "datum" else str) for veld in UITLEG if veld != "inhoud"]
    velden.append(("inhoud", documentsoort()))
    for gegevens in alle_gegevens():
        delen_: list[Any] = [("bronnen", tuple[Bron, ...]), ("rijen", tuple[gegevens.rij, ...])]  # type: ignore[name-defined]
        velden.append((gegevens.deel, _struct(gegevens.deel.title(), delen_)))
    return _struct("Geheel", velden)


def _struct(naam: str, velden: list[Any]) -> type[Rij]:
    return msgspec.defstruct(naam, velden, bases=(Rij,), module=__name__, frozen=True, kw_only=True)  # type: ignore[return-value]


def als_json(pad: Pad) -> bytes:
    """Return the whole edition as JSON."""
    geheel = soort_van_geheel()(
        naam=pad.document.sitenaam,
        versie=pad.uitgave.nummer,
        datum=pad.uitgave.datum,
        adres=f"{settings.ADRES}/",
        licentie=LICENTIE,
        json_schema=f"{settings.ADRES}/data/schema.json",
        inhoud=openbaar_document(pad),
        **{
            gegevens.deel: {"bronnen": gegevens.bronnen(pad), "rijen": tuple(gegevens.rijen(pad))}
            for gegevens in alle_gegevens()
        },
    )
    return schrijf(geheel).encode()


def als_schema(pad: Pad) -> bytes:
    """Return the JSON Schema of the whole, the same for every edition of this release, with Dutch names of fields."""
    schema = msgspec.json.schema(soort_van_geheel(), schema_hook=_keuze)
    per_naam = {soort.rij.__name__: soort for soort in soorten()}
    for naam, deel in schema["$defs"].items():
        deel.pop("description", None)
        if soort := per_naam.get(naam):
            deel["title"] = soort.enkelvoud
            for veld, eigenschap in deel["properties"].items():
                if veld in mag_later(soort.model) and "anyOf" in eigenschap:  # what is published has it
                    eigenschap |= next(keuze for keuze in eigenschap.pop("anyOf") if keuze != {"type": "null"})
                eigenschap["title"] = veldnaam(soort, veld)
    for veld, uitleg in UITLEG.items():
        schema["$defs"]["Geheel"]["properties"][veld]["description"] = uitleg
    for gegevens in alle_gegevens():
        schema["$defs"]["Geheel"]["properties"][gegevens.deel]["description"] = gegevens.uitleg
    for naam, soort in delen().items():
        schema["$defs"]["Document"]["properties"][naam]["description"] = soort.meervoud
    begin = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{settings.ADRES}/data/schema.json"}
    return msgspec.json.format(msgspec.json.encode(begin | schema), indent=1)


def _keuze(soort: type[Choices]) -> dict[str, Any]:
    """Return what a choice may be, with what each value means."""
    return {"type": "string", "oneOf": [{"const": waarde, "title": str(naam)} for waarde, naam in soort.choices]}
