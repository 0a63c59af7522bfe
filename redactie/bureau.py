"""The desk: what the front page of the admin says needs attention."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model

from redactie.beginnen import eerste_stappen
from redactie.geschiedenis.geheel import wijzigingen
from redactie.geschiedenis.versies import regels
from redactie.kwaliteit.bevindingen import Werkkopie, bevindingen
from redactie.pdf import pdf_van
from redactie.ronde.indeling import Ronde
from redactie.samen.notities import bij_rijen, open_notities
from redactie.uitgeven.voorstel import Voorstel
from redactie.wachtend import wachtend
from toegang.gebeurtenissen import laatste_kopie
from uitgave import schijf
from uitgave.gegevens import Gegevens, alle_gegevens
from uitgave.huidig import huidig
from uitgave.inhoud import Inhoud
from uitgave.leesbaar import OpDeSite, op_de_site
from uitgave.models import Bijlage, Sector, Uitgave

RECENT = 8  # changes shown on the desk


def bureau(gebruiker: User | AnonymousUser) -> dict[str, Any]:
    """Return what the desk shows to `gebruiker`; nothing of the content to who may not see it."""
    if not gebruiker.has_perm("uitgave.view_uitgave"):
        return {}
    nu = op_de_site()
    kopie = Werkkopie()
    return {
        "huidige": nu.uitgave,
        "overgeslagen": nu.overgeslagen,
        "niet_verschenen": Uitgave.objects.niet_verschenen().defer("document"),
        "kopie_fout": huidig.kopie_fout,
        "pdf": pdf_van(nu.uitgave),
        "schijf_vol": schijf.te_vol(),
        "laadfout": "".join(Sector.objects.values_list("laadfout", flat=True)),
        "wachtende_gegevens": _wachtende_gegevens(),
        "eerste_stappen": [] if nu.uitgave or nu.overgeslagen else eerste_stappen(gebruiker),
        "voor_jou": wachtend(gebruiker, kopie),
        "notities": bij_rijen(open_notities()[:RECENT], kopie),
        "ronde": sum(deel.nog for deel in Ronde(kopie).delen),
        "zonder_mail": not settings.EMAIL_HOST and gebruiker.has_perm("auth.view_user"),
        "onzichtbaar": [
            (model._meta, aantal) for model, rijen in kopie.rijen.items() if (aantal := _onzichtbaar(rijen))
        ],
        **_wachtend(nu, kopie),
        "laatste_kopie": laatste_kopie(),
        "recent": regels(wijzigingen()[:RECENT]),
    }


def _wachtend(nu: OpDeSite, kopie: Werkkopie) -> dict[str, Any]:
    """Return what waits for publication, with what the gate finds in it; or why that cannot be said."""
    try:
        voorstel = Voorstel(kopie, nu)
    except ValueError as fout:
        return {"fout": str(fout), "bevindingen": bevindingen(kopie)}
    return {
        "wachtend": voorstel.verschillen,
        "blijft": len(voorstel.twee.verschillend - voorstel.standaard.mee),
        "achtergehouden": voorstel.achterhoudingen,
        "klaar": voorstel.klaarmeldingen,
        "bevindingen": voorstel.bevindingen(voorstel.standaard),
    }


def _wachtende_gegevens() -> list[Gegevens]:
    """Return the datasets beside the edition of which a newer one waits for an editor."""
    namen = set(Bijlage.objects.exclude(wacht_op="").values_list("naam", flat=True))
    return [gegevens for gegevens in alle_gegevens() if namen.intersection(gegevens.bijlagen)]


def _onzichtbaar(rijen: Iterable[Model]) -> int:
    return sum(not rij.zichtbaar for rij in rijen if isinstance(rij, Inhoud))
