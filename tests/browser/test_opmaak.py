"""The buttons above a text with form, and what stands beside it."""

from playwright.sync_api import expect

PLAK = """(veld, html) => {
  veld.focus();
  veld.setSelectionRange(veld.value.length, veld.value.length);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  veld.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
UIT_WORD = """<html><style>p { color: red }</style><p class=MsoNormal style='color:red'>Neem <b>mee</b>:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>brood</p>
<p class=MsoListParagraph style='mso-list:l0'><span style='mso-list:Ignore'>·</span><a href="https://a.example/">gist</a></p></html>"""


def test_with_the_keyboard_a_text_gets_form_and_shows_it(log_in):
    pagina = log_in()
    pagina.goto("/beheer/functies/functie/?q=winkelleider")
    pagina.locator("#result_list tbody th a").click()
    veld = pagina.locator("#id_omschrijving")
    zo = pagina.locator(".field-omschrijving .zo-ziet-het-eruit")

    veld.fill("brood\nboter")
    veld.press("Control+a")
    pagina.get_by_role("button", name="Lijst").focus()
    pagina.keyboard.press("Enter")
    expect(veld).to_have_value("- brood\n- boter")
    expect(veld).to_be_focused()
    expect(zo.get_by_role("listitem")).to_have_text(["brood", "boter"])

    veld.fill("Lees dit.")
    veld.evaluate("veld => veld.setSelectionRange(5, 8)")
    pagina.get_by_role("button", name="Link").click()
    pagina.keyboard.type("https://a.example/")
    expect(veld).to_have_value("Lees [dit](https://a.example/).")
    expect(zo.get_by_role("link", name="dit")).to_be_visible()

    veld.fill("Eerst.\n\n")
    veld.evaluate(PLAK, UIT_WORD)
    expect(veld).to_have_value("Eerst.\n\nNeem **mee**:\n\n- brood\n- [gist](https://a.example/)")
