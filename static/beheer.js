/* --- Leeshints: the hint below a text field follows the typing ---
 * The server measures, so there is one measure. Without this script the hint is about the saved text.
 */
{
  const RUST = 500; // milliseconds without typing
  const wachtend = new WeakMap();

  const meet = async (veld) => {
    const tekst = veld.value;
    const antwoord = await fetch(veld.dataset.leeshint, {
      method: "POST",
      headers: { "X-CSRFToken": veld.form.elements.csrfmiddlewaretoken.value },
      body: new URLSearchParams({ tekst, ruimte: veld.maxLength }),
      redirect: "error", // logged out meanwhile: the hint stays as it was
    });
    const hint = veld.parentElement.querySelector(".leeshint");
    if (!antwoord.ok || veld.value !== tekst) return;
    const gezegd = await antwoord.text();
    if (hint.textContent !== gezegd) hint.textContent = gezegd;
  };

  document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-leeshint]")) return;
    clearTimeout(wachtend.get(target));
    wachtend.set(target, setTimeout(() => meet(target).catch(() => {}), RUST));
  });

  // Django numbers the rows of an inline anew, but not what describes their fields.
  const beschrijf = () => {
    for (const veld of document.querySelectorAll("[data-leeshint]")) {
      const delen = ["helptext", "error", "opmaakhulp", "leeshint"].map((deel) => `${veld.id}_${deel}`);
      veld.setAttribute("aria-describedby", delen.filter((id) => document.getElementById(id)).join(" "));
    }
  };
  document.addEventListener("formset:added", beschrijf);
  document.addEventListener("formset:removed", beschrijf);
}

/* --- Concepten: what is typed and not yet saved ---
 * It stays in this tab of the editor's own browser (sessionStorage), for when the session ended or the server
 * was away; nothing of it is sent. Visitors' pages do not load this script. Logging out throws it all away.
 */
{
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
    const vorig = lees(plaats);
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
        // No room: then there is no draft, and leaving still warns.
      }
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
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) verzonden = false;
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

    if (vorig && !opnieuw && staatErAl()) sessionStorage.removeItem(plaats);
    else if (vorig && !opnieuw) {
      aangeboden = vorig;
      toon("balk");
      balk.querySelector("time").textContent = wanneer(vorig.tijd);
      balk.addEventListener("click", kies);
    }
  };

  const balk = document.querySelector("[data-concept]");
  if (balk) bewaak(balk);
}

/* --- Choosing from a list: the field to search in gets the name of what is chosen --- */
{
  const noem = (zoekveld) => {
    const lijst = zoekveld.closest(".select2") ?? document.querySelector(".select2-container--open");
    const [label] = lijst?.previousElementSibling?.labels ?? [];
    if (label) zoekveld.setAttribute("aria-label", label.textContent);
  };
  const noemAlle = () => document.querySelectorAll(".select2-search__field").forEach(noem);
  addEventListener("load", noemAlle);
  document.addEventListener("formset:added", noemAlle);
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(".select2-search__field")) noem(target);
  });
}

/* --- What must be read first gets the focus: the browser passes it over when the address names a place --- */
addEventListener("load", () => {
  if (location.hash) document.querySelector('[autofocus][tabindex="-1"]')?.focus();
});

/* --- A row that was added: go on in its first field --- */
document.addEventListener("formset:added", ({ target }) => {
  target.querySelector(".select2-selection, input:not([type=hidden]), textarea")?.focus();
});

/* --- Work that takes a while: say what is done, how long and how far, and let nobody send it twice ---
 * A button names its work in data-bezig. Without this script the browser shows that the page loads, as ever.
 */
{
  const ELKE = 1000; // milliseconds
  const adres = document.currentScript.dataset.bezigAdres;
  const balk = document.createElement("div");
  balk.className = "bezig";
  balk.innerHTML = "<p role='status'></p><p></p>";
  const [wat, hoever] = balk.children;
  let klok;

  const stil = () => {
    clearInterval(klok);
    for (const element of document.querySelectorAll("[data-bezig][aria-disabled]")) element.removeAttribute("aria-disabled");
    wat.textContent = hoever.textContent = "";
    klok = undefined;
  };

  const begin = (knop) => {
    const sinds = Date.now();
    let gezegd = "";
    knop.setAttribute("aria-disabled", "true");
    wat.textContent = `${knop.dataset.bezig}…`;
    const toon = () => {
      const seconden = Math.round((Date.now() - sinds) / 1000);
      hoever.textContent = [`${seconden} ${seconden === 1 ? "seconde" : "seconden"}`, gezegd].filter(Boolean).join(" · ");
    };
    toon();
    klok = setInterval(async () => {
      toon();
      const antwoord = await fetch(adres, { redirect: "error" }).catch(() => null);
      if (antwoord?.ok) gezegd = await antwoord.text().catch(() => "");
    }, ELKE);
  };

  if (document.querySelector("[data-bezig]")) document.body.append(balk);
  document.addEventListener("submit", (event) => {
    if (!event.submitter?.matches("[data-bezig]") || event.defaultPrevented) return;
    if (klok) event.preventDefault();
    else begin(event.submitter);
  });
  addEventListener("pageshow", ({ persisted }) => persisted && stil()); // back from the next page
}

/* --- The check of all links: how far it is, while it goes on --- */
{
  const vak = document.querySelector("[data-ronde]");
  const ELKE = 1000; // milliseconds

  const kijk = async () => {
    const nu = vak.querySelector("[data-stand]");
    const antwoord = await fetch(vak.dataset.ronde, { redirect: "error" }).catch(() => null);
    const nieuw = antwoord?.ok && new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("[data-stand]");
    if (nieuw && nieuw.dataset.stand === nu.dataset.stand) nu.querySelector("[data-hoever]")?.replaceWith(nieuw.querySelector("[data-hoever]"));
    else if (nieuw) {
      const had = nu.contains(document.activeElement);
      nu.replaceWith(nieuw);
      if (had) nieuw.querySelector("button, a, h2").focus();
      meld.textContent = nieuw.querySelector("p")?.textContent ?? "";
    }
    volg();
  };
  const volg = () => vak.querySelector("[data-stand=loopt], [data-stand=stopt]") && setTimeout(kijk, ELKE);

  const meld = document.createElement("p");
  if (vak) {
    meld.className = "visually-hidden";
    meld.setAttribute("role", "status");
    vak.after(meld);
    volg();
  }
}
