/* The map of the preview in the admin page of a functie: the fragment that visitors get, without what stands around
 * the map. It comes in a shadow root that the server wrote, so the styles of site and admin leave each other alone.
 * When it cannot be had, the link below it is what there is.
 */
{
  const geladen = (blad) => blad.sheet ?? new Promise((klaar) => blad.addEventListener("load", klaar));

  /** Leave of the section only the cards with their lines, and what the lines mean. */
  const alleenKaart = (sectie) => {
    const delen = [...sectie.children].filter((deel) => deel.matches(".kaartrol, .onder-kaart"));
    const legenda = sectie.querySelector(".legenda");
    sectie.querySelector(".onder-kaart").replaceChildren(...(legenda ? [legenda] : []));
    sectie.replaceChildren(...delen);
    sectie.removeAttribute("aria-labelledby");
    return sectie;
  };

  const vul = async (venster) => {
    const antwoord = await fetch(venster.dataset.kaart, { headers: { "HX-Request": "true" }, redirect: "error" });
    const fragment = new DOMParser().parseFromString(await antwoord.text(), "text/html");
    const sectie = fragment.querySelector("#kaart");
    if (!sectie || !venster.shadowRoot) return;
    await Promise.all([...venster.shadowRoot.querySelectorAll("link")].map(geladen));
    venster.shadowRoot.querySelector("[data-vak]").append(alleenKaart(sectie));
    venster.hidden = false;
    const gekozen = sectie.querySelector(".gekozen").getBoundingClientRect();
    const kader = venster.getBoundingClientRect();
    venster.scrollBy(
      gekozen.x - kader.x - (kader.width - gekozen.width) / 2,
      gekozen.y - kader.y - (kader.height - gekozen.height) / 2,
    );
  };

  for (const venster of document.querySelectorAll("[data-kaart]")) vul(venster).catch(() => {});
}
