/* A word that the site explains opens below itself. Without this script, or with Ctrl, it is a link as any other. */
"use strict";

{
  const RUIMTE = 12; // pixels between the explanation and the edges of the window
  let vak, woord;

  const maak = () => {
    const dicht = Object.assign(document.createElement("button"), { type: "button", textContent: "Sluit" });
    const titel = Object.assign(document.createElement("strong"), { id: "begrip-titel" });
    vak = Object.assign(document.createElement("div"), { className: "begripvak", popover: "auto", tabIndex: -1 });
    vak.setAttribute("role", "dialog");
    vak.setAttribute("aria-labelledby", titel.id);
    vak.append(titel, document.createElement("div"), dicht);
    dicht.addEventListener("click", () => sluit(true));
    vak.addEventListener("toggle", ({ newState }) => {
      if (newState === "closed") woord?.removeAttribute("aria-expanded");
    });
    vak.addEventListener("keydown", (event) => {
      if (event.key === "Escape") sluit(true);
    });
    // Walking out of it with Tab closes it.
    vak.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !vak.contains(relatedTarget)) sluit(false);
    });
  };

  const sluit = (terug) => {
    if (vak.matches(":popover-open")) vak.hidePopover();
    if (terug) woord?.focus();
  };

  /** Below the word, within the window; above it when there is no room below. */
  const plaats = () => {
    const regel = woord.getClientRects()[0];
    const breed = document.documentElement.clientWidth;
    const links = Math.min(regel.left, breed - vak.offsetWidth - RUIMTE);
    const past = regel.bottom + vak.offsetHeight + RUIMTE < window.innerHeight || regel.top < vak.offsetHeight;
    const boven = past ? regel.bottom + 6 : regel.top - vak.offsetHeight - 6;
    vak.style.left = `${Math.max(links, RUIMTE) + window.scrollX}px`;
    vak.style.top = `${boven + window.scrollY}px`;
  };

  const toon = async (link) => {
    const antwoord = await fetch(link.href, { headers: { "HX-Request": "true" } });
    if (!antwoord.ok) throw new Error(antwoord.status);
    const html = await antwoord.text();
    if (!vak) maak();
    const binnen = vak.contains(link);
    if (!binnen) {
      sluit(false);
      woord = link;
      woord.after(vak); // so that Tab goes from the explanation to what follows the word
    }
    vak.querySelector("strong").textContent = link.textContent;
    vak.querySelector("div").innerHTML = html;
    if (!binnen) vak.showPopover();
    woord.setAttribute("aria-expanded", "true");
    plaats();
    vak.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-begrip]");
    const gewoon = !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !gewoon || !HTMLElement.prototype.showPopover) return;
    event.preventDefault();
    if (link === woord && link.getAttribute("aria-expanded")) return sluit(true);
    toon(link).catch(() => location.assign(link.href));
  });
}
