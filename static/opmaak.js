/* --- Opmaak: buttons above a text with form, and beside it what visitors will see ---
 * The server makes the HTML, as it does for visitors. Without this script it is a plain field with a line of help.
 */
{
  const RUST = 400; // milliseconds without typing
  const wachtend = new WeakMap();

  /** Put `nieuw` in the place of what is selected, so that the browser can undo it, and select a part of it. */
  const vervang = (veld, van, tot, nieuw, keuze) => {
    veld.focus();
    veld.setSelectionRange(van, tot);
    if (!document.execCommand("insertText", false, nieuw)) veld.setRangeText(nieuw, van, tot, "end");
    veld.setSelectionRange(van + keuze[0], van + keuze[1]);
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const rondom = (veld, voor, na, leeg) => {
    const { selectionStart: van, selectionEnd: tot } = veld;
    const woord = veld.value.slice(van, tot).trim() || leeg;
    vervang(veld, van, tot, `${voor}${woord}${na}`, [voor.length, voor.length + woord.length]);
  };

  /** Begin every line of what is selected with `teken`; a heading and a list begin on a line of their own. */
  const perRegel = (veld, teken) => {
    const van = veld.value.lastIndexOf("\n", veld.selectionStart - 1) + 1;
    const einde = veld.value.indexOf("\n", veld.selectionEnd);
    const tot = einde < 0 ? veld.value.length : einde;
    const regels = veld.value.slice(van, tot).split("\n").map((regel) => regel.replace(/^(?:[-*+]|\d+\.|#+) +/, ""));
    const nieuw = regels.map((regel, nummer) => `${teken(nummer)}${regel}`).join("\n");
    vervang(veld, van, tot, nieuw, [nieuw.length, nieuw.length]);
  };

  const link = (veld) => {
    const { selectionStart: van, selectionEnd: tot } = veld;
    const woord = veld.value.slice(van, tot).trim() || "woorden";
    const begin = woord.length + 3;
    vervang(veld, van, tot, `[${woord}](https://)`, [begin, begin + "https://".length]);
  };

  const KNOPPEN = {
    vet: ["Vet", (veld) => rondom(veld, "**", "**", "woord")],
    lijst: ["Lijst", (veld) => perRegel(veld, () => "- ")],
    nummers: ["Nummers", (veld) => perRegel(veld, (nummer) => `${nummer + 1}. `)],
    link: ["Link", link],
    kop: ["Tussenkop", (veld) => perRegel(veld, () => "## ")],
  };

  const toon = async (veld) => {
    const tekst = veld.value;
    const antwoord = await fetch(veld.dataset.opmaak, {
      method: "POST",
      headers: { "X-CSRFToken": veld.form.elements.csrfmiddlewaretoken.value },
      body: new URLSearchParams({ tekst, koppen: veld.dataset.koppen ?? "" }),
      redirect: "error", // logged out meanwhile: it stays as it was
    });
    if (!antwoord.ok || veld.value !== tekst) return;
    // Only labels that the server lets through for visitors too.
    veld.closest(".metopmaak").querySelector(".zo-ziet-het-eruit div").innerHTML = await antwoord.text();
  };

  const element = (naam, velden, ...kinderen) => {
    const nieuw = Object.assign(document.createElement(naam), velden);
    nieuw.append(...kinderen);
    return nieuw;
  };

  const maak = (veld) => {
    const vak = veld.closest(".metopmaak");
    if (vak.classList.contains("klaar") || veld.name.includes("__prefix__")) return;
    vak.classList.add("klaar");
    const knoppen = Object.entries(KNOPPEN)
      .filter(([soort]) => soort !== "kop" || veld.dataset.koppen)
      .map(([, [naam, doe]]) => {
        const knop = element("button", { type: "button", textContent: naam });
        knop.addEventListener("click", () => doe(veld));
        return knop;
      });
    const balk = element("div", { className: "opmaakknoppen" }, ...knoppen);
    balk.setAttribute("role", "group");
    balk.setAttribute("aria-label", "Opmaak");
    vak.prepend(balk);
    const titel = element("p", { textContent: "Zo ziet het eruit:" });
    vak.append(element("div", { className: "zo-ziet-het-eruit" }, titel, element("div", { tabIndex: 0, role: "group", ariaLabel: "Zo ziet het eruit" })));
    toon(veld).catch(() => {});
  };

  // What a word processor or a website puts on the clipboard is HTML: keep its form, drop all else.
  const INLINE = { B: "**", STRONG: "**" };
  const inline = (knoop) => {
    if (knoop.nodeType === Node.TEXT_NODE) return knoop.data.replace(/\s+/g, " ");
    if (knoop.nodeType !== Node.ELEMENT_NODE || knoop.matches("template, script, meta, title, [data-stijl*='mso-list:Ignore' i]")) return "";
    const binnen = [...knoop.childNodes].map(inline).join("");
    if (knoop.tagName === "BR") return "\n";
    const teken = INLINE[knoop.tagName] ?? "";
    const vet = teken && binnen.trim() && !/font-weight:\s*normal/i.test(knoop.getAttribute("data-stijl") ?? "");
    const adres = knoop.tagName === "A" ? knoop.getAttribute("href") ?? "" : "";
    if (/^(https?:|mailto:|tel:)[^\s()]+$/i.test(adres) && binnen.trim()) return `[${binnen.trim()}](${adres})`;
    return vet ? `${teken}${binnen.trim()}${teken}` : binnen;
  };

  const BLOK = "p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, table, tr, td, th, section, article, blockquote";
  const blokken = (knoop, koppen) => {
    if (!knoop.querySelector(BLOK)) {
      const tekst = inline(knoop).split("\n").map((regel) => regel.trim()).join("\n").trim();
      if (!tekst) return [];
      const isPunt = knoop.matches("li, [class*=MsoListParagraph], [data-stijl*=mso-list]");
      if (isPunt) return [{ punt: true, tekst: `- ${tekst.replace(/\n+/g, " ").replace(/^[•·▪◦o\uf0b7]\s+/, "")}` }];
      return [{ tekst: koppen && knoop.matches("h1, h2, h3, h4, h5, h6") ? `## ${tekst}` : tekst }];
    }
    const delen = [];
    let los = document.createElement("span");
    for (const kind of [...knoop.childNodes, null]) {
      const blok = kind?.nodeType === Node.ELEMENT_NODE && (kind.matches(BLOK) || kind.querySelector(BLOK));
      if (kind && !blok) los.append(kind.cloneNode(true));
      else {
        const bij = knoop.matches("li") ? element("li", {}, los) : los;
        delen.push(...blokken(bij, koppen), ...(kind ? blokken(kind, koppen) : []));
        los = document.createElement("span");
      }
    }
    return delen;
  };

  const alsTekst = (html, koppen) => {
    // The policy of the desk allows no style in HTML, so read it under another name.
    const zonderStijl = html.replace(/<(\/?)style\b/gi, "<$1template").replace(/\sstyle\s*=/gi, " data-stijl=");
    const delen = blokken(new DOMParser().parseFromString(zonderStijl, "text/html").body, koppen);
    return delen.map(({ punt, tekst }, nummer) => (nummer ? (punt && delen[nummer - 1].punt ? "\n" : "\n\n") : "") + tekst).join("");
  };

  document.addEventListener("paste", (gebeurtenis) => {
    const veld = gebeurtenis.target;
    const html = veld.matches?.("[data-opmaak]") && gebeurtenis.clipboardData.getData("text/html");
    const tekst = html && alsTekst(html, veld.dataset.koppen);
    if (!tekst) return;
    gebeurtenis.preventDefault();
    vervang(veld, veld.selectionStart, veld.selectionEnd, tekst, [tekst.length, tekst.length]);
  });

  document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-opmaak]")) return;
    clearTimeout(wachtend.get(target));
    wachtend.set(target, setTimeout(() => toon(target).catch(() => {}), RUST));
  });

  const alle = () => document.querySelectorAll("textarea[data-opmaak]").forEach(maak);
  document.addEventListener("formset:added", alle);
  alle();
}
