/* How much of a text fits: what is typed or pasted too long stays, and this says how much of it must go. */

import { beschrijf } from "./beschrijf.js";

const BIJNA = 0.8; // from here on the number stays, also when the editor is elsewhere
const KORT = 30; // a shorter text is seen to be full

const zeg = (veld) => {
  const hoogstens = Number(veld.dataset.hoogstens);
  const lang = [...veld.value.replaceAll("\r\n", "\n")].length; // as the server counts
  const teveel = lang - hoogstens;
  const gezegd = `${lang} van ${hoogstens} tekens`;
  return { lang, teveel, tekst: teveel > 0 ? `${gezegd}: ${teveel} te veel` : gezegd };
};

const toon = (veld, actief) => {
  const { lang, teveel, tekst } = zeg(veld);
  const { hoogstens } = veld.dataset;
  const teller = document.getElementById(`${veld.id}_teller`);
  const nodig = actief || teveel > 0 || (hoogstens >= KORT && lang >= BIJNA * hoogstens);
  // Once shown it keeps its room: a button that moves while it is pressed does not get the click.
  if (nodig) teller.hidden = false;
  teller.classList.toggle("rust", !nodig);
  teller.classList.toggle("teveel", teveel > 0);
  teller.ariaLive = teveel > 0 ? "polite" : "off";
  if (teller.textContent !== tekst) teller.textContent = tekst;
};

const begin = (veld) => {
  if (document.getElementById(`${veld.id}_teller`)) return;
  const teller = document.createElement("p");
  teller.className = "teller";
  teller.id = `${veld.id}_teller`;
  teller.hidden = true;
  veld.after(teller);
  beschrijf(veld);
  toon(veld, false);
};

// A form of Django's own would have a browser cut off what is pasted. Who logs in or types a code counts nothing.
for (const veld of document.querySelectorAll("#content [maxlength]:not([name=code], #login-form *)")) {
  veld.dataset.hoogstens = veld.maxLength;
  veld.removeAttribute("maxlength");
}

const beginAlle = () => document.querySelectorAll("[data-hoogstens]:not([name*=__prefix__])").forEach(begin);
beginAlle();
document.addEventListener("formset:added", beginAlle);
document.addEventListener("formset:removed", beginAlle);
for (const [soort, actief] of Object.entries({ input: true, change: true, focusin: true, focusout: false })) {
  document.addEventListener(soort, ({ target }) => {
    if (!target.matches?.("[data-hoogstens]") || !target.id) return;
    begin(target);
    toon(target, actief);
  });
}
