// What is said of a conversation, in words.

export const dagInWoorden = (dag) =>
  dag && new Date(`${dag}T12:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });

/** Who does an agreement: `werkgever: Fatima`. */
export const wieInWoorden = ({ wie, naam }) => [wie, naam].filter(Boolean).join(": ");

/** An agreement: what, who, and by when. */
export const afspraakInWoorden = (afspraak) =>
  [afspraak.wat, wieInWoorden(afspraak), afspraak.voor && `voor ${dagInWoorden(afspraak.voor)}`].filter(Boolean).join(" · ");

/** An agreement that worked: what, and how it went. */
export const geluktInWoorden = ({ wat, terugblik }) => [wat, terugblik].filter(Boolean).join(": ");
