// The sheet: what was typed, in the places that the page has for it. Only ever as text.

import { alle, maak, zoek } from "./dom.js";
import { isGevuld, vandaag } from "./vorm.js";
import { dagInWoorden, geluktInWoorden, wieInWoorden } from "./woorden.js";

const KOLOMMEN = 5;
const VRIJ = 2; // empty lines for a pen, below what was typed

function cellen(afspraak) {
  const { wat, voor, uren, geld, lukt, stand, terugblik } = afspraak;
  const blik = [stand && stand[0].toUpperCase() + stand.slice(1), terugblik].filter(Boolean).join(": ");
  return [[wat, blik], [wieInWoorden(afspraak)], [dagInWoorden(voor)], [uren], [lukt, geld && `Geld: ${geld}`]];
}

function vulRij(rij, afspraak) {
  const inhoud = afspraak ? cellen(afspraak) : Array.from({ length: KOLOMMEN }, () => []);
  inhoud.forEach((regels, kolom) => {
    rij.cells[kolom].replaceChildren(...regels.filter(Boolean).map((tekst) => maak("p", { textContent: tekst })));
  });
  return rij;
}

/** Put a conversation on the sheet `blad`, that of this page or of another document. */
export function vulBlad(blad, gesprek) {
  const lijst = zoek("blad-rijen", blad);
  const leegRij = lijst.rows[0];
  const gevuld = gesprek.afspraken.filter(isGevuld);
  const aantal = Math.max(lijst.rows.length, gevuld.length && gevuld.length + VRIJ);
  lijst.replaceChildren(...Array.from({ length: aantal }, (_, plaats) => vulRij(leegRij.cloneNode(true), gevuld[plaats])));

  const tekst = { ...gesprek, volgend: dagInWoorden(gesprek.volgend), ...gesprek.noten };
  for (const plek of alle("blad", blad)) plek.textContent = tekst[plek.dataset.blad] ?? "";
  for (const noot of alle("blad-noot", blad)) noot.hidden = !zoek("blad", noot).textContent;
  zoek("blad-noten", blad).hidden = alle("blad-noot", blad).every((noot) => noot.hidden);

  zoek("blad-gelukt", blad).hidden = !gesprek.gelukt.length;
  zoek("blad-gelukt-rijen", blad).replaceChildren(
    ...gesprek.gelukt.map((afspraak) => maak("li", { textContent: geluktInWoorden(afspraak) })),
  );

  zoek("vandaag", blad).textContent = dagInWoorden(vandaag());
  const adres = zoek("adres", blad);
  if (adres.textContent.startsWith("/")) adres.textContent = location.host + adres.textContent;
}
