// What a conversation is: its fields and their limits. Nothing that was kept or comes from a file is trusted:
// what is not exactly of this form is refused. Values in, values out; nothing here knows of the page.

export const SOORT = "loopbaangesprek";
export const VERSIE = 2;
export const MEEST = { afspraken: 50, noten: 20, tekens: 3000, bestand: 1_000_000 };
export const INVUL = ["wat", "wie", "naam", "voor", "uren", "geld", "lukt"]; // what is filled in of an agreement

const ONBEKEND = "Dit is geen document van deze site, of het is veranderd.";
const NIEUWER = "Dit document komt van een nieuwere versie van deze site. Herlaad de pagina en probeer het opnieuw.";

/** A file or text that cannot be read; its message says why, to the visitor. */
export class Onleesbaar extends Error {}

export const nieuwId = () => [...crypto.getRandomValues(new Uint32Array(4))].map((getal) => getal.toString(36)).join("");
export const vandaag = () => new Date().toLocaleDateString("sv-SE"); // 2026-11-22, in the time zone of this device

/** True for no day, and for a day that exists, written as 2026-11-22; a date field also takes the year 20266. */
export function isDag(tekst) {
  if (tekst === "") return true;
  if (!/^\d{4}-\d\d-\d\d$/.test(tekst)) return false;
  const dag = new Date(`${tekst}T00:00Z`);
  return !Number.isNaN(dag.valueOf()) && dag.toISOString().slice(0, 10) === tekst;
}

export const nieuweAfspraak = (inhoud = {}) => ({
  id: nieuwId(),
  ...Object.fromEntries(INVUL.map((veld) => [veld, ""])),
  stand: "",
  terugblik: "",
  ...inhoud,
});

/** Return a conversation that begins now. `nu` and `wens` are names of functies, for who reads it elsewhere. */
export const leeg = () => ({
  soort: SOORT,
  versie: VERSIE,
  begonnen: new Date().toLocaleString("sv-SE").slice(0, 16).replace(" ", "T"),
  bewaard: "",
  teruggekeken: "",
  keuzes: "",
  nu: "",
  wens: "",
  kandidaat: "",
  werkgever: "",
  noten: {},
  notities: "",
  afspraken: [],
  gelukt: [],
  volgend: "",
  volgendId: nieuwId(),
  agenda: {},
});

export const isGevuld = (afspraak) => INVUL.some((veld) => afspraak[veld]);
export const heeftInhoud = (gesprek) =>
  gesprek.afspraken.some(isGevuld) ||
  gesprek.gelukt.length > 0 ||
  [...Object.values(gesprek.noten), ...["notities", "volgend", "kandidaat", "werkgever"].map((veld) => gesprek[veld])].some(Boolean);

// --- Reading ---

const isTekst = (waarde) => typeof waarde === "string" && waarde.length <= MEEST.tekens;
const isEen = (...keuzes) => (waarde) => keuzes.includes(waarde);
const isId = (waarde) => isTekst(waarde) && /^\w{8,64}$/.test(waarde);
const isMoment = (waarde) => waarde === "" || (isTekst(waarde) && /T([01]\d|2[0-3]):[0-5]\d$/.test(waarde) && isDag(waarde.slice(0, -6)));
const isDing = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);
const isLijst = (keur, meest) => (waarde) => Array.isArray(waarde) && waarde.length <= meest && waarde.every(keur);
const isTabel = (sleutel, keur, meest) => (waarde) =>
  isDing(waarde) && isLijst(([naam, inhoud]) => sleutel.test(naam) && keur(inhoud), meest)(Object.entries(waarde));

/** True when `waarde` has exactly the fields of `vorm`, each as it should be. */
const heeftVorm = (vorm) => (waarde) =>
  isDing(waarde) &&
  Object.keys(waarde).length === Object.keys(vorm).length &&
  Object.entries(vorm).every(([naam, keur]) => Object.hasOwn(waarde, naam) && keur(waarde[naam]));

const isAfspraak = heeftVorm({
  id: isId,
  ...Object.fromEntries(INVUL.map((veld) => [veld, isTekst])),
  wie: isEen("", "kandidaat", "werkgever", "samen"),
  voor: (waarde) => isTekst(waarde) && isDag(waarde),
  stand: isEen("", "gelukt", "loopt", "nog niet"),
  terugblik: isTekst,
});
const isAgendapunt = heeftVorm({ volgnummer: (waarde) => Number.isInteger(waarde) && waarde >= 0 && waarde < 1e6, inhoud: isTekst });
const isDagtekst = (waarde) => isTekst(waarde) && isDag(waarde);
const isGesprek = heeftVorm({
  ...Object.fromEntries(["keuzes", "nu", "wens", "kandidaat", "werkgever", "notities"].map((veld) => [veld, isTekst])),
  soort: isEen(SOORT),
  versie: isEen(VERSIE),
  begonnen: isMoment,
  ...Object.fromEntries(["bewaard", "teruggekeken", "volgend"].map((veld) => [veld, isDagtekst])),
  noten: isTabel(/^[a-z]{1,20}-[a-z]{1,20}$/, isTekst, MEEST.noten),
  afspraken: isLijst(isAfspraak, MEEST.afspraken),
  gelukt: isLijst(isAfspraak, MEEST.afspraken),
  volgendId: isId,
  agenda: isTabel(/^\w{8,64}$/, isAgendapunt, MEEST.afspraken + 1),
});

/** Return what release 1.2 kept as a conversation of today; null when it is not of that form. */
function gelicht(ruw) {
  const rij = heeftVorm({ wat: isTekst, wie: isTekst, wanneer: isTekst });
  const goed = [ruw.keuzes, ruw.notities].every(isTekst) && [ruw.volgend, ruw.bewaard].every(isDagtekst);
  if (!goed || !isLijst(rij, MEEST.afspraken)(ruw.afspraken)) return null;
  const { keuzes, notities, volgend, bewaard } = ruw;
  const wens = new URLSearchParams(keuzes).get("naar")?.replaceAll("-", " ") ?? "";
  const afspraken = ruw.afspraken.map(({ wat, wie, wanneer }) => {
    const woorden = isDag(wanneer) ? wat : [wat, `(${wanneer})`].filter(Boolean).join(" ");
    return nieuweAfspraak({ wat: woorden.slice(0, MEEST.tekens), naam: wie, voor: isDag(wanneer) ? wanneer : "" });
  });
  return { ...leeg(), begonnen: "", keuzes, notities, volgend, bewaard, wens, afspraken };
}

/** Return the conversation that `tekst` holds as JSON, also one of release 1.2; throw Onleesbaar when it holds none. */
export function lees(tekst) {
  let ruw;
  try {
    ruw = JSON.parse(tekst, (sleutel, waarde) => {
      if (["__proto__", "constructor", "prototype"].includes(sleutel)) throw new Onleesbaar(ONBEKEND);
      return waarde;
    });
  } catch {
    throw new Onleesbaar(ONBEKEND);
  }
  if (!isDing(ruw) || ruw.soort !== SOORT) throw new Onleesbaar(ONBEKEND);
  if (Number.isInteger(ruw.versie) && ruw.versie > VERSIE) throw new Onleesbaar(NIEUWER);
  const gesprek = ruw.versie === 1 ? gelicht(ruw) : ruw;
  if (!gesprek || !isGesprek(gesprek)) throw new Onleesbaar(ONBEKEND);
  return gesprek;
}

const DATA = new RegExp(`<script type="application/json" id="${SOORT}">([^<]*)</script>`);

/** Return the JSON in a file. Of a document that is the one part with our data: ours has no other script. */
function uitBestand(tekst) {
  if (!tekst.trimStart().startsWith("<")) return tekst;
  const gevonden = tekst.match(DATA);
  if (!gevonden || tekst.match(/<script/gi).length > 1) throw new Onleesbaar(ONBEKEND);
  return gevonden[1];
}

/** Return the conversation in a file that somebody chose; throw Onleesbaar with the reason when there is none. */
export async function leesBestand(bestand) {
  if (bestand.size > MEEST.bestand) throw new Onleesbaar("Dit bestand is te groot. Een document van deze site is veel kleiner.");
  let tekst;
  try {
    tekst = await bestand.text();
  } catch {
    throw new Onleesbaar("Je browser kan dit bestand niet openen.");
  }
  return lees(uitBestand(tekst));
}
