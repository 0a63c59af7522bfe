"""The Dutch order and equal texts, asked of the database: with the same outcome as `volgorde` and `gevouwen` in Python.

SQLite calls Python itself. The two functions are there in queries alone, never in a constraint or an index, so any
client can open the file. PostgreSQL does the same steps in SQL, and then compares bytes: no locale plays a part.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Field, Func, Model, TextField
from django.db.models.lookups import Contains

from uitgave import tekst
from zoeken.vouwen import ACCENTEN, gevouwen


class Gevouwen(Func):
    """A text without capitals and accents: two texts for which this is equal are the same."""

    function = "gevouwen"
    arity = 1
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        sql, params = compiler.compile(self.source_expressions[0])
        van, naar, lang = _letters()
        plat = f"regexp_replace(normalize({sql}::text, NFKD), '[{ACCENTEN}]', '', 'g')"
        for letter, letters in lang:
            plat = f"replace({plat}, '{letter}', '{letters}')"
        plat = f"translate({plat}, '{van}', '{naar}')"
        is_ascii, klein = f"octet_length({sql}) = char_length({sql})", f'lower({sql}::text COLLATE "C")'
        return f'(CASE WHEN {is_ascii} THEN {klein} ELSE {plat} END COLLATE "C")', (*params,) * 4


class Volgorde(Gevouwen):
    """The key by which people sort a text, for `Meta.ordering` and `order_by`."""

    function = "volgorde"

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        sql, params = compiler.compile(self.source_expressions[0])
        plat, plat_params = super().as_postgresql(compiler, connection)
        return f'({plat} || chr(1) || {sql}::text COLLATE "C")', (*plat_params, *params)


class Bevat(Contains):
    """Find a text in another, whatever the capitals and accents."""

    def __init__(self, lhs: Any, rhs: Any) -> None:
        super().__init__(Gevouwen(lhs), gevouwen(str(rhs)))


for veldsoort in (CharField, TextField):
    veldsoort.register_lookup(Bevat, "bevat")


def met_functies(connection: Any, **_: Any) -> None:
    """Give a new connection to SQLite the functions of this module."""
    if connection.vendor == "sqlite":
        for naam, functie in (("gevouwen", gevouwen), ("volgorde", tekst.volgorde)):
            connection.connection.create_function(naam, 1, _of_niets(functie), deterministic=True)


def op_tekst(model: type[Model], orde: Iterable[Any]) -> list[Any]:
    """Return an order of rows of `model` in which each text that is named is sorted as people do."""
    return [_op_tekst(model, deel) if isinstance(deel, str) else deel for deel in orde]


def is_tekst(model: type[Model], pad: str) -> bool:
    """True when `pad` leads from `model` to a field with text, through other rows or not."""
    veld: Field | None = None
    for stap in pad.split("__"):
        try:
            veld = model._meta.get_field(stap)  # type: ignore[assignment]
        except FieldDoesNotExist:  # a count, or what only the list has
            return False
        model = getattr(veld, "related_model", None) or model
    return isinstance(veld, CharField | TextField) and not veld.choices


def _op_tekst(model: type[Model], naam: str) -> Any:
    kaal = naam.removeprefix("-")
    if not is_tekst(model, kaal):
        return naam
    return Volgorde(kaal).desc() if naam.startswith("-") else Volgorde(kaal)


def _of_niets(functie: Any) -> Any:
    return lambda waarde: None if waarde is None else functie(str(waarde))


@cache
def _letters() -> tuple[str, str, list[tuple[str, str]]]:
    """Return what PostgreSQL needs: letters with the letter that each becomes, and those that become more."""
    letters = (chr(nummer) for nummer in range(0x20000))  # further on, no script has capitals or accents
    letters = (letter for letter in letters if unicodedata.is_normalized("NFKD", letter))
    anders = [(letter, klein) for letter in letters if (klein := gevouwen(letter)) and klein != letter]
    een = [paar for paar in anders if len(paar[1]) == 1]
    van, naar = ("".join(kant) for kant in zip(*een, strict=True))
    return van, naar, [paar for paar in anders if len(paar[1]) > 1]
