/* What is typed and not yet saved: for when the session ended, the server was away, or the tab was closed
 * It stays in this tab of the editor's own browser (sessionStorage), and the server keeps it for this editor alone
 * (bewaren.js). Visitors' pages do not load this script. Logging out takes away what is in the tab.
 */

import { verbind } from "./bewaren.js";

const VOOR = "concept:";
const RUST = 400; // milliseconds after the last key or click
const TE_BEWAREN = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit])";

const lees = (sleutel) => JSON.parse(sessionStorage.getItem(sleutel));
const alle = () => Object.keys(sessionStorage).filter((sleutel) => sleutel.startsWith(VOOR));

// A save that went well says so on the next page. On any other page it did not go well.
const opnieuw = Boolean(document.querySelector(".errornote")); // the form came back: it shows what was typed
const gelukt = !opnieuw && document.querySelector(".messagelist .success");
for (const sleutel of alle()) {
  const concept = lees(sleutel);
  if (concept.verzonden && gelukt) sessionStorage.removeItem(sleutel);
  else sessionStorage.setItem(sleutel, JSON.stringify({ ...concept, verzonden: false }));
}
let afgemeld = false;
document.addEventListener("submit", ({ target }) => {
  afgemeld = target.matches('[action$="/logout/"]');
  if (afgemeld) for (const sleutel of alle()) sessionStorage.removeItem(sleutel);
});

const waarde = (veld) => {
  if (veld.type === "checkbox") return veld.checked;
  if (!veld.matches("select")) return veld.value;
  return [...veld.selectedOptions].filter((optie) => optie.value).map((optie) => [optie.value, optie.text]);
};

const zet = (veld, nieuw) => {
  for (let om = veld.closest("details"); om; om = om.parentElement.closest("details")) om.open = true;
  if (veld.type === "checkbox") veld.checked = nieuw;
  else if (veld.matches("select")) {
    const bekend = new Set([...veld.options].map((optie) => optie.value));
    for (const [sleutel, naam] of nieuw) if (!bekend.has(sleutel)) veld.add(new Option(naam, sleutel));
    const gekozen = new Set(nieuw.map(([sleutel]) => sleutel));
    for (const optie of veld.options) optie.selected = gekozen.has(optie.value);
    if (!nieuw.length) veld.value = "";
  } else veld.value = nieuw;
  for (const soort of ["input", "change"]) veld.dispatchEvent(new Event(soort, { bubbles: true }));
};

/** Return two drafts of the same page as one: of a field the text that was typed last. */
const samen = (een, ander) => {
  if (!een || !ander) return een ?? ander;
  const [eerst, laatst] = een.tijd <= ander.tijd ? [een, ander] : [ander, een];
  const nieuw = { ...eerst.nieuw };
  for (const [prefix, rijen] of Object.entries(laatst.nieuw)) {
    const andere = (nieuw[prefix] ?? []).filter((rij) => !rijen.some((zelfde) => gelijk(rij, zelfde)));
    nieuw[prefix] = [...andere, ...rijen];
  }
  // With the oldest start the server sees all that a colleague changed since.
  return { ...laatst, velden: { ...eerst.velden, ...laatst.velden }, nieuw, stand: eerst.stand ?? laatst.stand };
};

const gelijk = (een, ander) => JSON.stringify(een) === JSON.stringify(ander);
const leeg = ({ velden, nieuw }) => !Object.keys(velden).length && !Object.keys(nieuw).length;

/** The fields of a form that an editor fills in. */
const velden = (formulier) =>
  [...formulier.elements].filter((veld) => veld.matches(TE_BEWAREN) && veld.name && !veld.name.includes("-__prefix__-"));

/** Where a field belongs: rows that are stored go by their key, because their number may change. */
const plek = (veld) => {
  const delen = veld.closest(".js-inline-admin-formset") && veld.name.match(/^(.+)-(\d+)-([^-]+)$/);
  if (!delen) return { sleutel: veld.name };
  const [, prefix, nummer, naam] = delen;
  const pk = veld.form.elements[`${prefix}-${nummer}-id`]?.value;
  return { prefix, nummer, naam, sleutel: pk && `${prefix}/${pk}/${naam}` };
};

const opPlek = (formulier) => new Map(velden(formulier).map((veld) => [plek(veld).sleutel, veld]));

/** Of the new rows in each inline, {prefix: {number: row}}, those in which something was typed. */
const gevuld = (formulier, rijen) => {
  const getypt = {};
  for (const [prefix, genummerd] of Object.entries(rijen)) {
    const leegVeld = (naam) => formulier.elements[`${prefix}-__prefix__-${naam}`];
    const anders = ([naam, typte]) => !leegVeld(naam) || !gelijk(typte, waarde(leegVeld(naam)));
    const over = Object.values(genummerd).filter((rij) => Object.entries(rij).some(anders));
    if (over.length) getypt[prefix] = over;
  }
  return getypt;
};

/** Add a row to an inline; return its number, or nothing when there may be no more. */
const nieuweRij = (formulier, prefix) => {
  const telling = formulier.elements[`${prefix}-TOTAL_FORMS`];
  const voor = telling?.value;
  document.querySelector(`#${CSS.escape(prefix)}-group .add-row a`)?.click();
  return telling && telling.value !== voor ? voor : undefined;
};

const wanneer = (tijd) => {
  const toen = new Date(tijd);
  const uur = toen.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  if (toen.toDateString() === new Date().toDateString()) return `om ${uur}`;
  return `op ${toen.toLocaleDateString("nl-NL", { day: "numeric", month: "long" })} om ${uur}`;
};

/** Keep what is typed in the form around `balk`, and offer there what an earlier visit left. */
const bewaak = (balk) => {
  const formulier = balk.closest("form");
  const wie = document.querySelector("#user-tools strong")?.textContent ?? "";
  const plaats = `${VOOR}${wie}:${location.pathname}`;
  const server = verbind(balk, formulier);
  const vorig = samen(lees(plaats), balk.dataset.getypt ? JSON.parse(balk.dataset.getypt) : null);
  // A browser may fill in again what was typed before a reload: the editor decides about that below.
  if (vorig && !opnieuw) formulier.reset();

  const begin = new Map(velden(formulier).map((veld) => [veld, waarde(veld)]));
  const aangeraakt = (veld) => !gelijk(waarde(veld), begin.get(veld));

  /** What differs from the page as it was opened, and the new rows that are not empty. */
  const verzamel = () => {
    const getypt = {};
    const rijen = {};
    for (const veld of velden(formulier)) {
      const { prefix, nummer, naam, sleutel } = plek(veld);
      if (!sleutel) ((rijen[prefix] ??= {})[nummer] ??= {})[naam] = waarde(veld);
      else if (aangeraakt(veld) || (opnieuw && vorig && sleutel in vorig.velden)) getypt[sleutel] = waarde(veld);
    }
    return { velden: getypt, nieuw: gevuld(formulier, rijen) };
  };

  let aangeboden = null; // what an earlier visit left, until the editor chooses
  let laatste = verzamel();
  let tijd = vorig?.tijd ?? Date.now();
  let verzonden = false;

  const bewaar = () => {
    if (afgemeld) return;
    const nu = verzamel();
    if (!gelijk(nu, laatste)) [laatste, tijd] = [nu, Date.now()];
    const concept = { velden: { ...aangeboden?.velden, ...nu.velden }, nieuw: { ...aangeboden?.nieuw } };
    for (const [prefix, rijen] of Object.entries(nu.nieuw)) {
      concept.nieuw[prefix] = [...(concept.nieuw[prefix] ?? []), ...rijen];
    }
    // What the form started from comes along: then the server still sees what a colleague changed since.
    const stand = aangeboden?.stand ?? formulier.elements._stand?.value;
    try {
      if (leeg(concept)) sessionStorage.removeItem(plaats);
      else sessionStorage.setItem(plaats, JSON.stringify({ ...concept, stand, tijd, verzonden }));
    } catch {
      // No room in the tab: the server has it, and leaving still warns.
    }
    server.bewaar(leeg(concept) ? "" : JSON.stringify({ ...concept, stand, tijd }));
  };

  let wacht;
  const straks = () => {
    afgemeld = false; // the editor stayed after all
    clearTimeout(wacht);
    wacht = setTimeout(bewaar, RUST);
  };
  for (const soort of ["input", "change", "click", "keyup"]) document.addEventListener(soort, straks, true);
  formulier.addEventListener("submit", () => {
    verzonden = true;
    bewaar();
    server.zwijg();
  });
  document.addEventListener("submit", () => afgemeld && server.vertrek());
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    verzonden = false;
    server.vervolg();
  });
  addEventListener("beforeunload", (event) => {
    bewaar();
    if (!verzonden && (opnieuw || !leeg(laatste))) event.preventDefault();
  });

  /** Put a draft in the form; return what has no place there any more. */
  const zetTerug = ({ velden: getypt, nieuw, stand }) => {
    const over = [];
    const plekken = opPlek(formulier);
    const zetVeld = (veld, typte) => {
      if (!veld) over.push(typte);
      else if (!begin.has(veld) || !aangeraakt(veld)) zet(veld, typte); // newer typing stays
    };
    for (const [sleutel, typte] of Object.entries(getypt)) zetVeld(plekken.get(sleutel), typte);
    for (const [prefix, rijen] of Object.entries(nieuw)) {
      for (const rij of rijen) {
        const nummer = nieuweRij(formulier, prefix);
        for (const [naam, typte] of Object.entries(rij)) zetVeld(formulier.elements[`${prefix}-${nummer}-${naam}`], typte);
      }
    }
    if (stand && formulier.elements._stand) formulier.elements._stand.value = stand;
    return over.flatMap((typte) => (Array.isArray(typte) ? typte.map(([, naam]) => naam) : typte)).filter((tekst) => tekst.trim?.());
  };

  const toon = (naam) => balk.replaceChildren(document.querySelector(`[data-concept-${naam}]`).content.cloneNode(true));

  const kies = ({ target }) => {
    if (!target.matches("[data-zet-terug], [data-gooi-weg]")) return;
    const concept = aangeboden;
    aangeboden = null;
    balk.replaceChildren();
    if (target.matches("[data-zet-terug]")) {
      const over = zetTerug(concept);
      toon("terug");
      if (over.length) {
        balk.append(document.querySelector("[data-concept-over]").content.cloneNode(true));
        for (const tekst of over) balk.querySelector("ul").appendChild(document.createElement("li")).textContent = tekst;
      }
    } else toon("weg");
    balk.focus();
    bewaar();
  };

  /** The draft is what is stored: the save went well, though nobody said so. */
  const staatErAl = () => {
    const nu = opPlek(formulier);
    const zelfde = Object.entries(vorig.velden).every(([sleutel, typte]) => nu.has(sleutel) && gelijk(waarde(nu.get(sleutel)), typte));
    return zelfde && !Object.keys(vorig.nieuw).length;
  };

  if (vorig && !opnieuw && staatErAl()) {
    sessionStorage.removeItem(plaats);
    server.bewaar("");
  } else if (vorig && !opnieuw) {
    aangeboden = vorig;
    toon("balk");
    balk.querySelector("time").textContent = wanneer(vorig.tijd);
    balk.addEventListener("click", kies);
  }
};

const balk = document.querySelector("[data-concept]");
if (balk) bewaak(balk);
