"""Every form in which an edition can be taken along: a file below /data/, made of the edition by one function.

The bytes depend on the edition, the day and the settings alone, so that whoever makes them again gets the same.
"""

from functools import cache, partial

from data import graaf, wijzigingen
from data.catalogus import als_dcat
from data.geheel import als_json, als_schema
from data.tabellen import als_csv, als_xlsx, tabellen
from data.vorm import Vorm
from uitgave.gegevens import alle_gegevens

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEHEEL = (
    Vorm("ontwikkelpad.json", "application/json", "Alles, als JSON", als_json),
    Vorm("ontwikkelpad.xlsx", EXCEL, "Alles, voor Excel", als_xlsx),
    Vorm(graaf.TTL, "text/turtle", "De kaart, als Turtle", graaf.als_turtle),
    Vorm("ontwikkelpad.jsonld", "application/ld+json", "De kaart, als JSON-LD", graaf.als_jsonld),
)


@cache
def vormen() -> dict[str, Vorm]:
    """Return every form by its name: the whole, each of its tables, and what is said about them."""
    per_tabel = {
        naam: Vorm(f"{naam}.csv", "text/csv", f"{tabel.titel}, als CSV", partial(als_csv, tabel=tabel))
        for naam, tabel in tabellen().items()
    }
    per_deel = {gegevens.deel: per_tabel[gegevens.deel] for gegevens in alle_gegevens()}
    dcat = partial(als_dcat, vormen=GEHEEL, per_deel=per_deel)
    erover = (
        Vorm("schema.json", "application/schema+json", "JSON Schema", als_schema),
        Vorm("dcat.ttl", "text/turtle", "Beschrijving voor catalogi", dcat),
        Vorm("wijzigingen.json", "application/json", "Wijzigingen, als JSON", wijzigingen.als_json),
        Vorm("wijzigingen.atom", "application/atom+xml", "Wijzigingen, als feed", wijzigingen.als_atom),
    )
    return {vorm.naam: vorm for vorm in (*GEHEEL, *per_tabel.values(), *erover)}
