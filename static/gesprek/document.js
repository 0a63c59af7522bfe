// The conversation as one file: the sheet as it prints, with its own style and font, and the data to go on with.
// It runs nothing and asks for nothing. All of it is made here; only the empty sheet comes from the site.

import { bestandsnaam, download, maak } from "./dom.js";
import { vulBlad } from "./blad.js";
import { SOORT, vandaag } from "./vorm.js";
import { dagInWoorden } from "./woorden.js";

const VEILIG = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** Return the empty sheet with these choices: that of this page, or from the site. */
async function leegBlad(adres) {
  const hier = document.querySelector(".blad");
  if (hier) return hier.cloneNode(true);
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(`the sheet: ${antwoord.status}`);
  return new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector(".blad");
}

async function alsData(adres) {
  const inhoud = await (await fetch(adres)).blob();
  return new Promise((klaar, mislukt) => {
    const lezer = new FileReader();
    lezer.addEventListener("load", () => klaar(lezer.result));
    lezer.addEventListener("error", () => mislukt(lezer.error));
    lezer.readAsDataURL(inhoud);
  });
}

/** Return a font with its letters inside it. */
async function lettertype(regel, bron) {
  const [stuk, adres] = regel.cssText.match(/url\("?([^")]+)"?\)/) ?? [];
  return stuk ? regel.cssText.replace(stuk, `url("${await alsData(new URL(adres, bron))}")`) : "";
}

/** True when something in `blad` may look as this rule says; what only a pointer or focus brings, never does there. */
function geldt(regel, blad) {
  try {
    return blad.querySelector(regel.selectorText.replace(/::[-\w]+(\([^)]*\))?/g, "")) !== null;
  } catch {
    return true; // what remains of it is no selector: then it is of everything
  }
}

/** Return the rules of a stylesheet that the sheet needs. */
async function stijl(regels, blad, bron) {
  const delen = await Promise.all(
    [...regels].map(async (regel) => {
      if (regel instanceof CSSFontFaceRule) return lettertype(regel, bron);
      if (regel instanceof CSSImportRule) return stijl(regel.styleSheet.cssRules, blad, regel.styleSheet.href); // `make dev`
      if (regel instanceof CSSStyleRule) return geldt(regel, blad) ? regel.cssText : "";
      if (!regel.cssRules || regel instanceof CSSPageRule || regel instanceof CSSKeyframesRule) return regel.cssText;
      const binnen = await stijl(regel.cssRules, blad, bron);
      return binnen && `${regel.cssText.slice(0, regel.cssText.indexOf("{"))}{\n${binnen}\n}`;
    }),
  );
  return delen.filter(Boolean).join("\n");
}

/** Return the name of the document without its ending, for who chose none. */
export const documentnaam = ({ kandidaat }) =>
  bestandsnaam(["ontwikkelplan", kandidaat, vandaag()].filter(Boolean).join("-").replace(/\s+/g, "-"), "ontwikkelplan");

/** Return the document of `gesprek` as HTML; `adres` is that of its sheet. Throws when the sheet cannot be had. */
export async function maakDocument(gesprek, adres) {
  const blad = await leegBlad(adres);
  vulBlad(blad, gesprek);
  for (const weg of blad.querySelectorAll("script, button, [hidden]")) weg.remove();
  for (const link of blad.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), location.href));

  const waar = `${location.origin}${location.pathname.replace(/gesprek\/.*/, "")}`;
  const uitleg = `Bewaard op ${dagInWoorden(vandaag())}. Verder met dit gesprek? Ga naar ${waar} en kies ‘Open een document’.`;
  const pagina = document.implementation.createHTMLDocument(documentnaam(gesprek));
  pagina.documentElement.lang = "nl";
  pagina.body.append(maak("main", { className: "gesprek" }, maak("p", { className: "bladacties zacht", textContent: uitleg }), blad));
  const css = await Promise.all([...document.styleSheets].map((vel) => stijl(vel.cssRules, pagina, vel.href)));
  const data = JSON.stringify({ ...gesprek, bewaard: "" }).replaceAll("<", "\\u003c");
  // Put together as text: in a page with our own rules no style may be made, not even for another document.
  return [
    "<!doctype html>",
    '<html lang="nl">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${VEILIG}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    pagina.querySelector("title").outerHTML,
    `<style>${css.join("\n").replaceAll("</", "<\\/")}</style>`,
    "</head>",
    pagina.body.outerHTML.replace(/<\/body>$/, `<script type="application/json" id="${SOORT}">${data}</script></body>`),
    "</html>",
    "",
  ].join("\n");
}

/** Hand over the document under the name that somebody chose, or ours. */
export async function bewaarDocument(gesprek, adres, naam) {
  const tekst = await maakDocument(gesprek, adres);
  download(`${bestandsnaam(naam.trim().replace(/\.html?$/i, ""), documentnaam(gesprek))}.html`, tekst, "text/html");
}
