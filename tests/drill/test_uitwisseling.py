"""Hostile files that come in and hostile texts that go out: refused whole with the place, or taken over whole."""

import io
import json
import re
from collections import Counter
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from reversion.models import Revision

from redactie.kenmerk import kenmerk
from redactie.uitwisseling.invoer import GROTER, lees_bestand
from tests.drill.vijand import zaden
from tests.oude_database import UITGAVEN
from tests.redactie.conftest import bestand, uit_fixtures  # noqa: F401  # fixtures
from tests.redactie.test_invoer import INVOEREN, fouten, stuur, velden
from tests.redactie.test_uitvoer import MODELLEN, adres, lees
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.soort import delen, soorten
from uitgave.tekst import schoon
from uitgave.verschil import verschillen

ERBIJ = ("extra", "sleutel", "slug", "naam")  # names of fields that a hostile file has where none is
OUDE = sorted(UITGAVEN.glob("*/export.json"))  # files of earlier releases are lifted first
TEKSTEN = [
    *("", " ", "\0", "x\0y", "\ud83d", "\udc00", "\u202eomgekeerd\u2066", "a\u0301" * 3000, "\ufeff", "\u2028", "\x07"),
    *("=1+1", '=cmd|"/C calc"!A0', "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", '";"', '"', "'", ";"),
    *(
        "a;b\r\nc",
        "a\rb",
        '""";\n',
        "<script>alert(1)</script>",
        "{{7*7}}",
        "{x.__init__}",
        "%s",
        "javascript:alert(1)",
    ),
    *(
        "https://a@evil.example/",
        "[x](javascript:alert(1))",
        "# kop\n\n- punt",
        "x" * 101,
        "é" * 5000,
        "woord " * 10_000,
    ),
]
WAARDEN = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**17,
        2**63 - 1,
        -(2**70),
        [],
        {},
        [[]],
        [None],
        {"a": 1},
        "1",
        "maan",
        "2026-02-30",
    ),
    *("0000-01-01", "2026-02-06T00:00:00", "9999-12-31", *TEKSTEN),
]
RAUW = ["NaN", "-Infinity", "1e999", "9" * 30, "9" * 5000, "[" * 300 + "]" * 300, '{"a":' * 200 + "1" + "}" * 200]
RAUW += ["[" * 5000, "01", "0x1", "'x'", '"\\ud83d"', '"\\u0000"', '"\x01"', '{"a": 1, "a": 2}', "undefined", ""]
# What is said of a file as a whole, which has no place; anything else begins with a place.
VAN_HET_GEHEEL = re.compile(
    "Dit is geen bestand van deze site|Dit bestand is niet bewaard als UTF-8|Dit bestand is (leeg|te groot)|"
    r"Dit is geen goede JSON. Kijk bij regel \d+, teken \d+|Dit bestand heeft te veel rijen|Hier ontbreekt ‘|"
    r"Dit is gemaakt door een nieuwere versie|Dit document heeft schema -?\d+(\. Dat bestaat niet|, maar daarin)|"
    "‘.*’ (hoort hier niet|staat twee keer in hetzelfde blok)|Het getal "
)
ENGELS = re.compile(r"\b(Expected|Invalid|Object|Ensure|required|unknown|missing|must|this|value|got)\b")


def plekken(gegevens, plek=()):
    """Return where every value of a document stands."""
    gevonden = []
    for stap, waarde in gegevens.items() if isinstance(gegevens, dict) else enumerate(gegevens):
        gevonden.append((*plek, stap))
        if isinstance(waarde, dict | list):
            gevonden += plekken(waarde, (*plek, stap))
    return gevonden


def bewerkt(kies, gegevens):
    """Change one thing of a document in a way that no editor would."""
    *stappen, laatste = kies.choice(plekken(gegevens))
    houder = gegevens
    for stap in stappen:
        houder = houder[stap]
    wat = kies.randrange(9)
    if wat <= 3:
        houder[laatste] = kies.choice(WAARDEN)
    elif wat == 4:
        del houder[laatste]
    elif wat == 5 and isinstance(houder, list):
        houder.insert(kies.randrange(len(houder)), houder[laatste])
    elif wat == 6 and isinstance(houder, dict):
        houder[kies.choice([*ERBIJ, "", "\0", "\ud83d", "é" * 900])] = kies.choice(WAARDEN)
    elif wat == 7 and isinstance(houder, list):
        kies.shuffle(houder)
    else:
        gegevens["schema"] = kies.choice(
            [0, -1, 1, 2, 3, 4, 5, 6, d.SCHEMA, d.SCHEMA + 1, 10**15, "1", 1.0, None, True, []]
        )


def rauw_bewerkt(kies, tekst):
    """Return the bytes of a file that no program of ours wrote."""
    waarden = list(re.finditer(r'(?<=: )("[^"\n]*"|-?\d+|true|false|null)', tekst))
    waar = kies.choice(waarden)
    namen = kies.choice(list(re.finditer(r'^\s*"(\w+)": ', tekst, re.M)))
    plek = kies.randrange(len(tekst))
    return kies.choice(
        [
            lambda: tekst[:plek].encode(),
            lambda: tekst.encode()[: plek + 1] + b"\xff" + tekst.encode()[plek + 1 :],
            lambda: tekst[:plek].encode() + b"\0" + tekst[plek:].encode(),
            lambda: tekst.encode(kies.choice(["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "utf-7"])),
            lambda: (tekst[:plek] + "é" + tekst[plek:]).encode("latin-1", "replace"),
            *[lambda: (tekst[: waar.start()] + kies.choice(RAUW) + tekst[waar.end() :]).encode()] * 4,
            *[lambda: (tekst[: namen.end(1) + 3] + f'1, "{namen[1]}": ' + tekst[namen.end(1) + 3 :]).encode()] * 2,
            lambda: (tekst + kies.choice([" ", "x", "{}", "\0", "]"])).encode(),
            lambda: (tekst[:plek] + kies.choice(["{", "}", "[", "]", '"', ",", "\\", "\n"]) + tekst[plek:]).encode(),
        ]
    )()


def vijandige_bestanden(zaad, aantal, eigen):
    """Yield files made of a real download of everything: a fifth of an earlier release, a third broken as text."""
    kies = Random(zaad)  # noqa: S311  # to come to the same again
    for _ in range(aantal):
        tekst = kies.choice(OUDE).read_text() if kies.random() < 0.2 else eigen
        if kies.random() < 0.35:
            yield rauw_bewerkt(kies, tekst)
            continue
        gegevens = json.loads(tekst)
        if kies.random() < 0.1:
            gegevens = {"document": gegevens, "nummer": "1"}
        for _ in range(kies.choice((1, 1, 1, 2, 5))):
            bewerkt(
                kies, gegevens.get("document", gegevens) if isinstance(gegevens.get("document"), dict) else gegevens
            )
        yield json.dumps(gegevens).encode()


def zegt_waar(melding):
    """True when a refusal is in Dutch and says where, or what is wrong with the file as a whole."""
    begin = re.split(r"[,:]", melding)[0]
    meervouden = {str(soort.meervoud) for soort in soorten()}
    onleesbaar = set(begin) == {"\ufffd"}  # the name itself cannot be shown
    goed = begin in {*delen(), "schema", "document", *ERBIJ} or begin in meervouden or VAN_HET_GEHEEL.match(melding)
    goed = goed or onleesbaar
    return bool(goed) and not ENGELS.search(melding) and len(melding) < 2000


def stand():
    return kenmerk(bouw(alles=True)), Revision.objects.count()


def anders_dan(rauw):
    """What is not as the file says; an address that was cleaned on its way in is."""
    gevonden = verschillen(bouw(alles=True), d.geordend(lees_bestand(rauw, None)))
    return [v for v in gevonden if not v.velden or any(schoon(str(f.nieuw), een_regel=True) != f.oud for f in v.velden)]


def op_de_pagina(beheerder, rauw):
    """Bring a file in as an editor does; return the status of each page, and what the last one refused."""
    antwoorden = [stuur(beheerder, rauw)]
    if 'name="basis"' in antwoorden[0].text:
        antwoorden.append(beheerder.post(INVOEREN, velden(antwoorden[0])))
    geweigerd = 'class="errorlist"' in antwoorden[-1].text
    return [antwoord.status_code for antwoord in antwoorden], fouten(antwoorden[-1]) if geweigerd else ""


def op_de_server(pad, rauw):
    """Bring a file in with the command; return what it was refused for."""
    pad.write_bytes(rauw)
    try:
        call_command("importeer", pad, ja=True, stdout=io.StringIO())
    except CommandError as fout:
        return str(fout).splitlines()[0]  # the page tells the first
    return ""


@pytest.mark.parametrize(("zaad", "aantal"), zaden(2, 50, 10))
def test_a_hostile_file_is_refused_whole_with_the_place_or_taken_over_whole(
    beheerder,
    inhoud,
    uit_fixtures,  # noqa: F811
    meld,
    tmp_path,
    zaad,
    aantal,
):
    """The page and the command say the same of it."""
    beheerder.raise_request_exception = False
    begin, geteld, mis = stand(), Counter(), []
    for nummer, rauw in enumerate(vijandige_bestanden(zaad, aantal, uit_fixtures)):
        for deur in ("page", "command"):
            with transaction.atomic():
                if deur == "page":
                    antwoorden, melding = op_de_pagina(beheerder, rauw)
                else:
                    antwoorden, melding = [], op_de_server(tmp_path / "inhoud.json", rauw)
                wat = f"{deur} {'refused' if melding else 'taken over'}"
                geteld[wat] += 1
                if set(antwoorden) - {200, 302}:
                    mis.append((nummer, deur, antwoorden))
                elif melding and len(antwoorden) > 1:
                    mis.append((nummer, deur, "only refused after the difference was shown", melding))
                elif melding and stand() != begin:
                    mis.append((nummer, deur, "refused, but something changed", melding))
                elif melding and not zegt_waar(melding):
                    mis.append((nummer, deur, melding[:300]))
                elif not melding and anders_dan(rauw):
                    mis.append((nummer, deur, "taken over in part"))
                if deur == "page":
                    van_pagina = melding
                elif melding != van_pagina and rauw and GROTER not in van_pagina:
                    mis.append((nummer, "the page and the command differ", van_pagina, melding))
                transaction.set_rollback(True)
    meld(f"{aantal} hostile files to be brought in, seed {zaad}", dict(sorted(geteld.items())), "none in part")
    assert mis == [], f"seed {zaad}"


# --- Out ---

GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def te_vullen(model):
    """The texts of a row that may hold anything as far as a database knows."""
    return [
        veld
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.CharField | models.TextField)
        and not (veld.choices or veld.unique or veld.name in {"document", "sleutel"} or geregeld(model, veld.name))
    ]


def geregeld(model, naam):
    """True when the database itself has a rule for a field."""
    regels = model._meta.constraints
    return any(naam in getattr(regel, "fields", ()) or naam in str(getattr(regel, "condition", "")) for regel in regels)


def vijandige_tekst(kies, veld):
    """A text that this database can hold: PostgreSQL takes no NUL, and none takes half a character."""
    tekst = "".join(kies.choice(TEKSTEN) for _ in range(kies.choice((1, 1, 2))))
    tekst = re.sub("[\ud800-\udfff]", "", tekst)[: veld.max_length]
    return tekst.replace("\0", "") if connection.vendor == "postgresql" else tekst


def in_en_uit(beheerder, model):
    """Return the texts of every row as they are stored, and the rows of its file, both in the order of the list."""
    cellen = lees(beheerder.get(adres(model, "csv")))
    namen = [veld.name for veld in te_vullen(model)]
    volgorde = [rij.pk for rij in beheerder.get(adres(model, "changelist"), {"all": ""}).context["cl"].queryset]
    opgeslagen = {rij.pop("pk"): rij for rij in model.objects.values("pk", *namen)}
    return [opgeslagen[pk] for pk in volgorde], cellen


@pytest.mark.parametrize(("zaad", "aantal"), zaden(5, 250, 2))
def test_whatever_text_is_stored_comes_out_of_a_csv_as_it_is_and_never_as_a_formula(
    beheerder, inhoud, meld, zaad, aantal
):
    """Stored behind the back of the rules, as an older release may have done, and read as a spreadsheet reads it."""
    kies, gelezen, mis = Random(zaad), 0, []  # noqa: S311  # to come to the same again
    modellen = [model for model in MODELLEN if model.objects.exists() and te_vullen(model)]
    for _ in range(aantal):
        model = kies.choice(modellen)
        with transaction.atomic():
            for pk in model.objects.values_list("pk", flat=True)[:5]:
                model.objects.filter(pk=pk).update(
                    **{veld.name: vijandige_tekst(kies, veld) for veld in te_vullen(model)}
                )
            for rij, cellen in zip(*in_en_uit(beheerder, model), strict=True):
                for veld, tekst in rij.items():
                    gelezen += 1
                    cel = cellen[str(model._meta.get_field(veld).verbose_name)]
                    if (
                        cel not in (tekst, f"'{tekst}")
                        or cel.startswith(GEVAARLIJK)
                        or cel.lstrip().startswith(("=", "+", "-", "@"))
                    ):
                        mis.append((model.__name__, veld, tekst[:80], cel[:80]))
            transaction.set_rollback(True)
    meld(f"{aantal} CSV files with hostile texts, seed {zaad}", f"{gelezen} cells read back", "each as stored")
    assert mis == [], f"seed {zaad}"
    assert gelezen > aantal
