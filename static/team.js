// A team in view: several documents in one table. Nothing of it is kept or sent; it is gone when the page is.

import { maak, meld, zoek } from "./gesprek/dom.js";
import { Onleesbaar, isGevuld, leesBestand } from "./gesprek/vorm.js";
import { afspraakInWoorden, dagInWoorden } from "./gesprek/woorden.js";

const MEEST = 50; // documents

const toestemming = zoek("toestemming");
const bestanden = zoek("documenten");
let team = [];

/** True for two documents of one conversation, also when it went on after a look back: its next date then has another id. */
const isZelfde = (een, ander) =>
  een.begonnen === ander.begonnen &&
  (een.volgendId === ander.volgendId || (een.begonnen !== "" && een.kandidaat === ander.kandidaat));

const opVolgende = (een, ander) => (een.volgend || "9").localeCompare(ander.volgend || "9");

function rijVan(gesprek) {
  const open = gesprek.afspraken.filter((afspraak) => isGevuld(afspraak) && afspraak.stand !== "gelukt");
  const cel = (naam, ...inhoud) => {
    const element = maak("td", {}, ...inhoud);
    element.dataset.kop = naam;
    return element;
  };
  return maak(
    "tr",
    {},
    maak("th", { scope: "row", textContent: gesprek.kandidaat || "Naam staat er niet in" }),
    cel("Functie nu", gesprek.nu || "–"),
    cel("Wens", gesprek.wens || "–"),
    cel("Volgend gesprek", dagInWoorden(gesprek.volgend) || "–"),
    cel("Open afspraken", open.length ? maak("ul", {}, ...open.map((afspraak) => maak("li", { textContent: afspraakInWoorden(afspraak) }))) : "–"),
  );
}

function toon() {
  bestanden.disabled = !toestemming.checked;
  zoek("team").hidden = !team.length;
  zoek("team-rijen").replaceChildren(...[...team].sort(opVolgende).map(rijVan));
}

/** Open the files that were chosen; say of each that cannot be read why. */
async function open(gekozen) {
  const fouten = [];
  for (const bestand of gekozen) {
    try {
      const gesprek = await leesBestand(bestand);
      const eerder = team.findIndex((ander) => isZelfde(ander, gesprek));
      if (team[eerder]?.teruggekeken > gesprek.teruggekeken) continue; // the newest stays, in whatever order they come
      if (eerder >= 0) team[eerder] = gesprek;
      else if (team.length < MEEST) team.push(gesprek);
      else fouten.push(`${bestand.name}: meer dan ${MEEST} documenten passen niet in de tabel.`);
    } catch (fout) {
      if (!(fout instanceof Onleesbaar)) throw fout;
      fouten.push(`${bestand.name}: ${fout.message}`);
    }
  }
  toon();
  const aantal = team.length === 1 ? "1 document staat" : `${team.length} documenten staan`;
  meld([`${aantal} in de tabel.`, ...fouten].join("\n"), bestanden);
}

toestemming.addEventListener("change", toon);
bestanden.addEventListener("change", () => {
  if (bestanden.files.length) open([...bestanden.files]).finally(() => (bestanden.value = ""));
});
zoek("leegmaken").addEventListener("click", () => {
  team = [];
  toestemming.checked = false;
  toon();
  meld("De tabel is leeg.", bestanden);
  toestemming.focus();
});

// Back must not bring from memory what is said to be gone.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) team = [];
  toon();
});
for (const element of document.querySelectorAll("[data-met-script]")) element.hidden = false;
