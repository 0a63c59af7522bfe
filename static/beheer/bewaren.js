/* The server keeps what is typed and not saved, and knows which pages are open. It answers who else has this one open. */

const RUST = 2000; // milliseconds between what is typed and sending it
const ELKE = 60_000; // milliseconds between two signs of life

/** Return how the page around `balk` tells the server what is typed in `formulier`. */
export const verbind = (balk, formulier) => {
  const { concept: adres, soort, rij } = balk.dataset;
  const anderen = document.querySelector("[data-anderen]");
  let stop = new AbortController();
  let laatste = balk.dataset.getypt;
  let wachtend; // what the server does not have yet
  let klok;
  let stil = false;

  const stuur = async (wat, opties = {}) => {
    const antwoord = await fetch(adres, {
      method: "POST",
      headers: {
        "X-CSRFToken": formulier.elements.csrfmiddlewaretoken.value,
        ...("getypt" in wat ? {} : { "X-Teken-Van-Leven": "ja" }), // nobody did anything: the session may end
      },
      body: new URLSearchParams({ soort, rij, ...wat }),
      redirect: "error", // logged out meanwhile: the tab has it
      signal: stop.signal,
      ...opties,
    }).catch(() => null);
    if (!antwoord?.ok) return false;
    const gezegd = await antwoord.text().catch(() => anderen.textContent);
    if (anderen.textContent !== gezegd) anderen.textContent = gezegd;
    return true;
  };

  /** Send what waits; without anything the page is open, that is all. */
  const lever = async () => {
    clearTimeout(klok);
    klok = undefined;
    if (stil) return;
    const dit = wachtend;
    wachtend = undefined;
    if (!(await stuur(dit === undefined ? {} : { getypt: dit }))) wachtend ??= dit; // again with the next sign of life
  };

  const levend = setInterval(lever, ELKE);
  setTimeout(lever, RUST); // the page before this one, of the same row, may have said meanwhile that it closed

  addEventListener("pagehide", () => {
    const nog = stil || wachtend === undefined ? {} : { getypt: wachtend };
    stuur({ ...nog, dicht: "ja" }, { keepalive: true, signal: undefined });
  });

  return {
    /** Let the server keep this text soon; an empty one when nothing is left of what was typed. */
    bewaar(tekst) {
      if (tekst === laatste) return;
      laatste = wachtend = tekst;
      klok ??= setTimeout(lever, RUST);
    },
    /** Send nothing any more: the form is on its way. */
    zwijg() {
      stil = true;
      stop.abort();
      clearTimeout(klok);
    },
    /** The editor came back to this page. */
    vervolg() {
      stil = false;
      stop = new AbortController();
    },
    /** The editor leaves the desk. */
    vertrek() {
      clearInterval(levend);
      this.zwijg();
    },
  };
};
