// Coming back: of each agreement, whether it worked. Then the conversation goes on with what is left.

import { alle, naarKop, zoek } from "./dom.js";
import { bewaar, gesprek } from "./nu.js";
import { MEEST, isGevuld, nieuwId, vandaag } from "./vorm.js";
import { afspraakInWoorden } from "./woorden.js";

const legeRij = zoek("terugblikrij")?.cloneNode(true);
const later = (dag) => dag && dag < vandaag();

/** True when the agreements are of an earlier day, and nobody looked back on them since. */
const vanEerder = () => later(gesprek.teruggekeken || gesprek.begonnen.slice(0, 10) || gesprek.bewaard);

/** Show what can be looked back on: by itself when it is of an earlier day, or when `open` asks for it. */
export function toonTerugblik(open = !zoek("terugblik").hidden) {
  const rijen = gesprek.afspraken.filter(isGevuld);
  const vak = zoek("terugblik");
  vak.hidden = !rijen.length || !(open || vanEerder() || rijen.some(({ stand }) => stand));
  zoek("kijk-terug").hidden = !rijen.length || !vak.hidden;
  zoek("terugblikrijen").replaceChildren(
    ...rijen.map((afspraak) => {
      const rij = legeRij.cloneNode(true);
      rij.dataset.terugblikrij = afspraak.id;
      zoek("terugblikwat", rij).textContent = afspraakInWoorden(afspraak);
      for (const veld of alle("over", rij)) veld.value = afspraak[veld.dataset.over];
      return rij;
    }),
  );
}

export function kijkTerug() {
  toonTerugblik(true);
  naarKop(zoek("terugblik").querySelector("h2"));
}

/** Read what was said of one agreement. */
export function leesTerugblik(veld) {
  const { terugblikrij } = veld.closest("[data-terugblikrij]").dataset;
  const afspraak = gesprek.afspraken.find(({ id }) => id === terugblikrij);
  if (!afspraak) return;
  afspraak[veld.dataset.over] = veld.value;
  bewaar();
}

/** Go on: what worked is put aside, the rest stays, and a conversation that has been is no longer the next one. */
export function gaVerder() {
  const gelukt = gesprek.afspraken.filter(({ stand }) => stand === "gelukt");
  gesprek.gelukt = [...gesprek.gelukt, ...gelukt].slice(-MEEST.afspraken);
  gesprek.afspraken = gesprek.afspraken.filter((afspraak) => !gelukt.includes(afspraak)).map((afspraak) => ({ ...afspraak, stand: "" }));
  gesprek.teruggekeken = vandaag();
  if (gesprek.volgend <= vandaag()) Object.assign(gesprek, { volgend: "", volgendId: nieuwId() });
  bewaar();
  zoek("terugblik").hidden = true;
  const over = gesprek.afspraken.length;
  return `${over === 1 ? "1 afspraak gaat" : `${over} afspraken gaan`} mee. Maak nu nieuwe afspraken.`;
}
