// Searching in a copy of the site, which has no server: in the list of all that can be found, which stands on the page.
"use strict";

{
  const MEESTE = 20; // results, as on the site itself
  const vak = document.querySelector("[data-zoeklijst]");
  const [veld, stand, gevonden, niets, alles] = ["input", "[data-zoekstand]", "#resultaten", "[data-niets]", "[data-alles]"].map((wat) =>
    vak.querySelector(wat),
  );
  const kaal = (tekst) => tekst.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const woordenVan = (tekst) => kaal(tekst).match(/[\p{L}\p{N}]+/gu) ?? [];
  const dingen = [...alles.querySelectorAll("li")].map((rij) => ({
    rij,
    naam: kaal(rij.querySelector("a").textContent),
    sterk: ` ${rij.dataset.sterk}`,
    zwak: ` ${rij.dataset.zwak}`,
  }));

  /** What one word of a question says of a thing: 0 when nothing. A longer word is also found inside another. */
  function waarde({ naam, sterk, zwak }, woord) {
    if (` ${naam}`.includes(` ${woord}`)) return 8;
    if (sterk.includes(` ${woord} `) || sterk.endsWith(` ${woord}`)) return 6;
    if (sterk.includes(` ${woord}`)) return 4;
    if (woord.length > 3 && sterk.includes(woord)) return 2;
    return zwak.includes(` ${woord}`) ? 1 : 0;
  }

  /** Of a question: the things that say something to each of its words, best first. */
  function zoek(vraag) {
    const woorden = woordenVan(vraag);
    const heel = woorden.join(" ");
    const met = dingen.map((ding, nummer) => {
      const waarden = woorden.map((woord) => waarde(ding, woord));
      const som = waarden.includes(0) ? 0 : waarden.reduce((een, ander) => een + ander);
      return { ding, nummer, som: som && som + (woordenVan(ding.naam).join(" ") === heel ? 100 : 0) };
    });
    return met.filter(({ som }) => som).sort((een, ander) => ander.som - een.som || een.nummer - ander.nummer).slice(0, MEESTE);
  }

  /** Show what is found; without a question the whole list. */
  function toon() {
    const leeg = !woordenVan(veld.value).length;
    const beste = leeg ? [] : zoek(veld.value);
    gevonden.replaceChildren(
      ...beste.map(({ ding }) => {
        const rij = ding.rij.cloneNode(true);
        const zin = rij.querySelector("span") ?? rij.appendChild(Object.assign(document.createElement("span"), { className: "zacht" }));
        zin.textContent = [rij.dataset.soort, zin.textContent].filter(Boolean).join(" · ");
        return rij;
      }),
    );
    gevonden.hidden = leeg || !beste.length;
    niets.hidden = leeg || beste.length > 0;
    alles.hidden = !leeg;
    stand.textContent = leeg ? "" : `${beste.length} resulta${beste.length === 1 ? "at" : "ten"}`;
  }

  veld.form.hidden = false;
  veld.value = new URLSearchParams(location.search).get("q") ?? "";
  veld.focus();
  toon();
  veld.addEventListener("input", toon);
  veld.form.addEventListener("submit", (event) => {
    event.preventDefault();
    toon();
  });
}
