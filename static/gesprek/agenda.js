// The dates of a conversation as one file for a calendar (RFC 5545). Values in, text out.

import { wieInWoorden } from "./woorden.js";

const schoon = (tekst) => tekst.replace(/[\p{Cc}\p{Cs}]+/gu, (teken) => (/\n/.test(teken) ? "\n" : " ")).trim();
const ontsnapt = (tekst) => schoon(tekst).replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** Cut a line after at most 75 octets, never inside a character; what follows begins with a space. */
function gevouwen(regel) {
  const delen = [""];
  let vol = 0;
  for (const teken of regel) {
    const maat = new TextEncoder().encode(teken).length;
    if (vol + maat > 75) {
      delen.push(" ");
      vol = 1;
    }
    delen[delen.length - 1] += teken;
    vol += maat;
  }
  return delen.join("\r\n");
}

const kort = (moment) => moment.toISOString().replace(/[-:]|\.\d+/g, "");
const dagNa = (dag) => new Date(new Date(`${dag}T00:00Z`).valueOf() + 86_400_000).toISOString().slice(0, 10);

/** Return what stands in the calendar: the agreements with a date, and the next conversation. */
function punten({ afspraken, volgend, volgendId, kandidaat, werkgever }) {
  const namen = [kandidaat, werkgever].filter(Boolean).join(" en ");
  const rijen = afspraken.filter(({ voor }) => voor).map((rij) => ({
    id: rij.id,
    dag: rij.voor,
    kop: rij.wat || "Afspraak uit het gesprek",
    uitleg: [
      wieInWoorden(rij) && `Wie: ${wieInWoorden(rij)}`,
      rij.uren && `Uren per week: ${rij.uren}`,
      rij.geld && `Geld: ${rij.geld}`,
      rij.lukt && `Zo zien we dat het lukt: ${rij.lukt}`,
    ].filter(Boolean).join("\n"),
  }));
  const gesprek = { id: volgendId, dag: volgend, kop: `Volgend gesprek${namen && ` van ${namen}`}`, uitleg: "" };
  return volgend ? [...rijen, gesprek] : rijen;
}

/**
 * Return `{ tekst, agenda }`: the file, null when nothing has a date, and what the conversation remembers of it.
 * An event keeps its id; its number rises when something of it is other than in the last file.
 */
export function maakAgenda(gesprek, nu = new Date()) {
  const rijen = punten(gesprek).map((punt) => {
    const inhoud = [
      `DTSTART;VALUE=DATE:${punt.dag.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${dagNa(punt.dag).replaceAll("-", "")}`,
      `SUMMARY:${ontsnapt(punt.kop)}`,
      ...(punt.uitleg ? [`DESCRIPTION:${ontsnapt(punt.uitleg)}`] : []),
      "TRANSP:TRANSPARENT",
    ];
    const eerder = gesprek.agenda[punt.id];
    const merk = kenmerk(inhoud.join("\n"));
    const volgnummer = eerder ? eerder.volgnummer + (eerder.inhoud === merk ? 0 : 1) : 0;
    return { id: punt.id, volgnummer, merk, inhoud };
  });
  const er = new Set([gesprek.volgendId, ...gesprek.afspraken.map(({ id }) => id)]); // one can get its date back
  const agenda = Object.fromEntries([
    ...Object.entries(gesprek.agenda).filter(([id]) => er.has(id)),
    ...rijen.map(({ id, volgnummer, merk }) => [id, { volgnummer, inhoud: merk }]),
  ]);
  if (!rijen.length) return { tekst: null, agenda };
  const regels = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Ontwikkelpad//Gesprek//NL",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...rijen.flatMap(({ id, volgnummer, inhoud }) => [
      "BEGIN:VEVENT",
      `UID:${id}@gesprek.ontwikkelpad`,
      `DTSTAMP:${kort(nu)}`,
      `SEQUENCE:${volgnummer}`,
      ...inhoud,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return { tekst: regels.map((regel) => `${gevouwen(regel)}\r\n`).join(""), agenda };
}

/** A short mark of a text (FNV-1a): another text has, as good as always, another mark. */
function kenmerk(tekst) {
  let som = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(tekst)) som = Math.imul(som ^ octet, 0x01000193) >>> 0;
  return som.toString(36);
}
