// Finding elements by their data attribute, saying something, and handing over a file.

export const zoek = (naam, binnen = document) => binnen.querySelector(`[data-${naam}]`);
export const alle = (naam, binnen = document) => [...binnen.querySelectorAll(`[data-${naam}]`)];

/** Say `tekst` in the section where `bij` was pressed; without one, in the first place for it on the page. */
export function meld(tekst, bij = null) {
  const plek = bij?.closest(":is(section, details):has([data-bericht])") ?? document;
  if (zoek("bericht", plek)) zoek("bericht", plek).textContent = tekst;
}

/** Return a new element with these properties and children. */
export function maak(soort, eigenschappen = {}, ...kinderen) {
  const element = Object.assign(document.createElement(soort), eigenschappen);
  element.append(...kinderen);
  return element;
}

/** Put a file among the downloads of this device: nothing is sent. */
export function download(naam, tekst, soort) {
  const link = maak("a", { href: URL.createObjectURL(new Blob([tekst], { type: soort })), download: naam });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Return `naam` without what the name of a file may not hold; `anders` when nothing is left. */
export const bestandsnaam = (naam, anders) =>
  naam.replace(/[\p{C}\\/:*?"<>|]+/gu, "-").replace(/^[-.\s]+|[-.\s]+$/g, "").slice(0, 80) || anders;

/** Move the focus to a heading, which then is read aloud. */
export function naarKop(kop = document.querySelector("h1")) {
  kop.setAttribute("tabindex", "-1");
  kop.focus();
}
