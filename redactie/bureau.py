"""The desk: what the front page of the admin says needs attention."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model
from reversion.models import Revision

from redactie.beginnen import eerste_stappen
from redactie.geschiedenis.versies import regels
from redactie.kwaliteit.bevindingen import Werkkopie, bevindingen
from redactie.pdf import pdf_van
from toegang.gebeurtenissen import laatste_kopie
from uitgave import document as d
from uitgave import schijf
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.inhoud import Inhoud
from uitgave.leesbaar import op_de_site
from uitgave.models import Sector
from uitgave.verschil import Verschil, verschillen

RECENT = 8  # changes shown on the desk


def bureau(gebruiker: User | AnonymousUser) -> dict[str, Any]:
    """Return what the desk shows to `gebruiker`; nothing of the content to who may not see it."""
    if not gebruiker.has_perm("uitgave.view_uitgave"):
        return {}
    nu = op_de_site()
    kopie = Werkkopie()
    wachtend, fout = _wachtend(nu.document, kopie)
    return {
        "huidige": nu.uitgave,
        "overgeslagen": nu.overgeslagen,
        "kopie_fout": huidig.kopie_fout,
        "pdf": pdf_van(nu.uitgave),
        "schijf_vol": schijf.te_vol(),
        "laadfout": "".join(Sector.objects.values_list("laadfout", flat=True)),
        "eerste_stappen": [] if nu.uitgave or nu.overgeslagen else eerste_stappen(gebruiker),
        "wachtend": wachtend,
        "fout": fout,
        "onzichtbaar": [
            (model._meta, aantal) for model, rijen in kopie.rijen.items() if (aantal := _onzichtbaar(rijen))
        ],
        "bevindingen": bevindingen(kopie),
        "laatste_kopie": laatste_kopie(),
        "recent": regels(Revision.objects.select_related("user").order_by("-pk")[:RECENT]),
    }


def _wachtend(huidige: d.Document | None, kopie: Werkkopie) -> tuple[list[Verschil], str]:
    """Return what would change for visitors at the next publication, or why that cannot be said."""
    try:
        return verschillen(huidige, bouw(kopie=kopie)), ""
    except ValueError as fout:
        return [], str(fout)


def _onzichtbaar(rijen: Iterable[Model]) -> int:
    return sum(not rij.zichtbaar for rij in rijen if isinstance(rij, Inhoud))
