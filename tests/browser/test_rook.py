"""The least that must work: the front page opens, whole and well, without anything from elsewhere."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect


def test_front_page_opens(pagina: Page, axe: Callable[[Page], None], schermafdruk: Callable[[Page, str], Path]) -> None:
    antwoord = pagina.goto("/")

    assert antwoord is not None
    assert antwoord.status == 200
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    axe(pagina)
    schermafdruk(pagina, "voorpagina")
