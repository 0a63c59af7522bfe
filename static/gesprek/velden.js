// The fields of the conversation: names, notes and agreements. None of them has a name, so no form sends them.

import { alle, maak, zoek } from "./dom.js";
import { bewaar, gesprek, isGedeeld, opApparaat } from "./nu.js";
import { apparaat } from "./opslag.js";
import { INVUL, MEEST, isDag, isGevuld, nieuweAfspraak } from "./vorm.js";
import { geluktInWoorden } from "./woorden.js";

const legeRij = zoek("rij")?.closest("li").cloneNode(true);
const veldIn = (rij, veld) => rij.querySelector(`[data-veld="${veld}"]`);
const losseVelden = () => alle("veld").filter((veld) => !veld.closest("[data-rij]"));

function nummerRijen() {
  alle("rij").forEach((rij, plaats) => {
    for (const plek of alle("nummer", rij)) plek.textContent = plaats + 1;
    zoek("verwijder", rij).hidden = false;
  });
  zoek("voeg-toe").disabled = alle("rij").length >= MEEST.afspraken;
}

/** Add an agreement at the end; return its row. */
function voegRijToe(afspraak = nieuweAfspraak()) {
  const rij = legeRij.cloneNode(true);
  zoek("rij", rij).dataset.rij = afspraak.id;
  for (const veld of INVUL) veldIn(rij, veld).value = afspraak[veld];
  zoek("rijen").append(rij);
  return rij;
}

function toonGelukt() {
  const vak = zoek("gelukt");
  vak.hidden = !gesprek.gelukt.length;
  zoek("gelukt-aantal").textContent = gesprek.gelukt.length;
  zoek("gelukt-rijen").replaceChildren(...gesprek.gelukt.map((afspraak) => maak("li", { textContent: geluktInWoorden(afspraak) })));
}

/** Put the conversation in the fields of this page. */
export function toonVelden() {
  for (const veld of losseVelden()) veld.value = gesprek[veld.dataset.veld];
  for (const veld of alle("noot")) veld.value = gesprek.noten[veld.dataset.noot] ?? "";
  if (zoek("bewaar")) {
    zoek("bewaar").checked = opApparaat();
    zoek("bewaar").disabled = !apparaat;
  }
  if (!zoek("rijen")) return;
  zoek("rijen").replaceChildren();
  for (const afspraak of gesprek.afspraken) voegRijToe(afspraak);
  if (!gesprek.afspraken.length) voegRijToe();
  nummerRijen();
  toonGelukt();
}

function leesRij(rij) {
  const eerder = gesprek.afspraken.find(({ id }) => id === rij.dataset.rij) ?? nieuweAfspraak({ id: rij.dataset.rij });
  const getypt = Object.fromEntries(INVUL.map((veld) => [veld, veldIn(rij, veld).value]));
  return { ...eerder, ...getypt, voor: isDag(getypt.voor) ? getypt.voor : "" };
}

/** Read the fields of this page into the conversation, and keep it. */
export function leesVelden() {
  for (const veld of losseVelden()) {
    const goed = veld.type !== "date" || isDag(veld.value);
    gesprek[veld.dataset.veld] = goed ? veld.value : "";
  }
  for (const { dataset, value } of alle("noot")) {
    if (value) gesprek.noten[dataset.noot] = value;
    else delete gesprek.noten[dataset.noot];
  }
  if (zoek("rijen")) {
    const rijen = alle("rij").map(leesRij);
    while (rijen.length && !isGevuld(rijen.at(-1))) rijen.pop();
    gesprek.afspraken = rijen;
  }
  bewaar();
  zoek("gedeeld").hidden = !isGedeeld();
}

/** Add an empty agreement, and put the focus there. */
export function nieuweRij() {
  const rij = voegRijToe();
  nummerRijen();
  veldIn(rij, "wat").focus();
}

export function verwijderRij(knop) {
  const rij = knop.closest("li");
  const buur = rij.nextElementSibling ?? rij.previousElementSibling ?? voegRijToe();
  rij.remove();
  nummerRijen();
  leesVelden();
  veldIn(buur, "wat").focus();
}

/** Show the agreement with this id, and put the focus there; return false when it is not on this page. */
export function naarRij(id) {
  const rij = alle("rij").find(({ dataset }) => dataset.rij === id);
  if (rij) veldIn(rij, "wat").focus();
  return Boolean(rij);
}

/**
 * Make an agreement of what somebody pressed, unless there is one; return its id, null when there is no room.
 * `inhoud` are its fields, as far as they are known.
 */
export function maakAfspraak(inhoud) {
  const zelfde = gesprek.afspraken.find(({ wat }) => wat === inhoud.wat);
  if (zelfde) return zelfde.id;
  gesprek.afspraken = gesprek.afspraken.filter(isGevuld);
  if (gesprek.afspraken.length >= MEEST.afspraken) return null;
  const afspraak = nieuweAfspraak(inhoud);
  gesprek.afspraken.push(afspraak);
  return afspraak.id;
}
