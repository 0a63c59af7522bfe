"""With the colours of the visitor's own system (forced colours), form tells what colour no longer can."""

from tests.browser.test_verkenner import kaartje

STIJL = """(element, namen) => namen.map((naam) => getComputedStyle(element)[naam])"""


def lijn(pagina, stand):
    return pagina.locator(f".lijn{stand}").first.evaluate(STIJL, ["stroke", "strokeWidth", "strokeDasharray"])


def test_what_is_chosen_what_follows_and_what_leads_here_are_told_apart(nieuwe_pagina, axe):
    pagina = nieuwe_pagina(forced_colors="active")
    pagina.goto("/functies/winkelmedewerker/")

    gekozen, verder, ander = (
        kaartje(pagina, naam).evaluate(STIJL, ["outlineStyle", "borderTopStyle", "borderTopWidth"])
        for naam in ("Winkelmedewerker", "Winkelleider", "Broodbakker")
    )
    assert gekozen[0] == "double"
    assert (verder[0], ander[0]) == ("none", "none")
    assert verder[1:] != ander[1:]
    lijnen = [lijn(pagina, stand) for stand in (".vervolg", ":not(.vervolg, .vooraf)")]
    papier = pagina.evaluate("getComputedStyle(document.body).backgroundColor")
    assert lijnen[0] != lijnen[1]
    assert all(streek != papier for streek, *_ in lijnen)
    axe(pagina)


def test_buttons_have_an_edge_and_the_focus_is_seen(nieuwe_pagina):
    pagina = nieuwe_pagina(forced_colors="active")
    pagina.goto("/functies/winkelmedewerker/")
    for knop in pagina.locator("main :is(button, .knop, .meer > summary):visible").all():
        stijl, breedte = knop.evaluate(STIJL, ["borderTopStyle", "borderTopWidth"])
        assert stijl == "solid", knop.text_content()
        assert breedte >= "1px", knop.text_content()
    for _ in range(3):
        pagina.keyboard.press("Tab")
        stijl, breedte = pagina.locator(":focus").evaluate(STIJL, ["outlineStyle", "outlineWidth"])
        assert (stijl, breedte) == ("solid", "3px")
