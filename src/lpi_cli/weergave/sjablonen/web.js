"use strict";
// Combines what lpi worked out beforehand: it looks up which variants fit, and the facts and
// verdicts that belong to the answers. What it writes itself, it writes as text.
(async () => {
  const pakUit = async (letters) => {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const stroom = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stroom).text());
  };
  const { vragen, teksten, kaarten, toets, uitleg } = await pakUit(document.getElementById("gegevens").textContent);
  const bij = (id) => document.getElementById(id);
  const vragenlijst = bij("vragen"), toetslijst = bij("toets");

  const element = (naam, tekst) => {
    const nieuw = document.createElement(naam);
    if (tekst !== undefined) nieuw.textContent = tekst;
    return nieuw;
  };
  const hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);
  const enVeel = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;
  const opsomming = (delen) =>
    delen.length < 2 ? delen.join("") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;

  const naamVan = (vraag, code) => {
    const veld = vragenlijst.elements[vraag];
    const keuze = [...(veld.options || veld)].find((een) => een.value === code);
    return (keuze.labels ? keuze.labels[0] : keuze).textContent.trim();
  };

  // --- what fits -----------------------------------------------------------------------

  const leesEisen = () => {
    const ingevuld = new FormData(vragenlijst);
    return vragen
      .map(({ id, antwoorden }) => ({ id, codes: antwoorden.filter((code) => ingevuld.getAll(id).includes(code)) }))
      .filter(({ codes }) => codes.length);
  };

  const past = (kaart, { id, codes }, variant) => {
    const per = codes.map((code) => kaart.past[id][code][variant]);
    return per.includes(1) ? 1 : per.includes(null) ? null : 0;
  };

  const masker = (varianten) => varianten.reduce((som, nr) => som + 2 ** nr, 0);

  const feit = (perKeuze, codes, varianten) => {
    const keuze = codes.join(",");
    const nummer = (perKeuze[keuze] || perKeuze["*"] || {})[masker(varianten)];
    return nummer === undefined ? "" : teksten[nummer];
  };

  // The same question as `zoek` in Python asks: all answers must hold for one variant. Or else at
  // most one may exclude it, and enough must be known of the others.
  const beoordeel = (kaart, eisen) => {
    const alle = [...Array(kaart.varianten).keys()];
    const uitkomsten = alle.map((nr) => eisen.map((eis) => past(kaart, eis, nr)));
    const gemist = uitkomsten.map((per) => [...per.keys()].filter((eis) => per[eis] !== 1));
    const afstand = (nr) => gemist[nr].length * 100 + uitkomsten[nr].filter((uitkomst) => uitkomst === 0).length;
    const naaste = alle.reduce((a, b) => (afstand(b) < afstand(a) ? b : a));
    const varianten = alle.filter((nr) => String(gemist[nr]) === String(gemist[naaste]));
    if (!gemist[naaste].length) return { soort: "past", varianten };
    const isOnbekend = (eis) => varianten.every((nr) => uitkomsten[nr][eis] === null);
    const onbekend = gemist[naaste].filter(isOnbekend).map((eis) => eisen[eis].id);
    const uitgesloten = gemist[naaste].filter((eis) => !isOnbekend(eis)).map((eis) => eisen[eis].id);
    const voldaan = eisen.length - gemist[naaste].length;
    const dichtbij = uitgesloten.length
      ? uitgesloten.length === 1 && voldaan > onbekend.length
      : onbekend.length === 1 || voldaan > 0;
    if (!dichtbij) return { soort: "niet" };
    const vraagNa = nietGepubliceerd(onbekend.map((id) => [id, ...kaart.onbekend[id][masker(varianten)]]));
    if (!uitgesloten.length) return { soort: "onbekend", reden: vraagNa, verder: "" };
    const [vraag] = uitgesloten;
    return { soort: "net-niet", reden: `${vraag} (${feit(kaart.redenen[vraag], [], varianten)})`, verder: vraagNa };
  };

  const NIET_GEPUBLICEERD = "niet gepubliceerd";

  // Of each: the question, and what is known besides or a sentence of its own.
  const nietGepubliceerd = (feiten) => {
    const isKaal = ([, meer, zin]) => meer === null && zin === null;
    const kaal = feiten.filter(isKaal).map(([id]) => id);
    const rest = feiten
      .filter((een) => !isKaal(een))
      .map(([id, meer, zin]) => (zin === null ? `${id} ${NIET_GEPUBLICEERD}, ${meer}` : zin));
    return [...(kaal.length ? [`${opsomming(kaal)} ${NIET_GEPUBLICEERD}`] : []), ...rest].join("; ");
  };

  // --- showing the answer --------------------------------------------------------------

  const regel = (lijst, label, inhoud) => {
    const waarde = element("dd");
    waarde.append(...[].concat(inhoud));
    lijst.append(element("dt", label), waarde);
  };

  const kosten = (kaart, varianten, deelnemers) => {
    if (!deelnemers) return [teksten[kaart.prijs[masker(varianten)]]];
    const regels = kaart.kosten[deelnemers][masker(varianten)];
    const delen = regels.map(([zin]) => element("div", hoofdletter(teksten[zin])));
    const letOp = new Set(regels.flatMap(([, waarschuwingen]) => waarschuwingen));
    if (letOp.size) {
      const meer = element("details");
      const punten = element("ul");
      punten.append(...[...letOp].map((nr) => element("li", hoofdletter(teksten[nr]))));
      meer.append(element("summary", "Let op bij deze kosten"), punten);
      delen.push(meer);
    }
    return delen;
  };

  const vulRedenen = (kaart, uitkomst, eisen, deelnemers) => {
    const lijst = bij(`toon-${kaart.id}`).querySelector(".redenen");
    lijst.replaceChildren();
    lijst.hidden = uitkomst.soort !== "past";
    if (lijst.hidden) return;
    for (const { id, codes } of eisen)
      regel(lijst, hoofdletter(id), feit(kaart.redenen[id], codes, uitkomst.varianten));
    const leeftijd = eisen.find(({ id }) => id === "leeftijd");
    const dekking = leeftijd ? feit(kaart.dekking, leeftijd.codes, uitkomst.varianten) : "";
    if (dekking) regel(lijst, "Dekt alleen", dekking);
    regel(lijst, "Kosten", kosten(kaart, uitkomst.varianten, deelnemers));
  };

  const verwijzing = (kaart) => {
    const link = element("a", kaart.naam);
    link.href = `#toon-${kaart.id}`;
    return link;
  };

  const toonMissers = (deel, uitkomsten, soort) => {
    const redenen = new Map();
    for (const [kaart, uitkomst] of uitkomsten)
      if (uitkomst.soort === soort)
        redenen.set(uitkomst.reden, [...(redenen.get(uitkomst.reden) || []), [kaart, uitkomst.verder]]);
    const regels = [...redenen].sort(([a], [b]) => a.localeCompare(b, "nl")).map(([reden, groep]) => {
      const punt = element("li", `${hoofdletter(reden)}: `);
      groep.forEach(([kaart, verder], nr) =>
        punt.append(nr ? ", " : "", verwijzing(kaart), verder ? ` (${verder})` : ""),
      );
      return punt;
    });
    deel.querySelector("ul").replaceChildren(...regels);
    deel.hidden = !regels.length;
  };

  const zetKaarten = (deel, groep, kop) => {
    deel.hidden = !groep.length;
    deel.querySelector("h3").textContent = kop;
    deel.querySelector(".kaarten").append(...groep.map(({ id }) => bij(`toon-${id}`)));
  };

  const toonAntwoord = () => {
    const eisen = leesEisen();
    const deelnemers = new FormData(vragenlijst).get("deelnemers");
    const uitkomsten = kaarten.map((kaart) => [kaart, beoordeel(kaart, eisen)]);
    const passend = uitkomsten.filter(([, { soort }]) => soort === "past").map(([kaart]) => kaart);
    for (const [kaart, uitkomst] of uitkomsten) vulRedenen(kaart, uitkomst, eisen, deelnemers);
    const voorselectie = passend.filter((kaart) => kaart.voorselectie);
    const gids = passend.filter((kaart) => !kaart.voorselectie);
    const eigen = gids.filter((kaart) => kaart.eigen).length;
    const uitGids = [`${gids.length - eigen} uit de gids`, ...(eigen ? [`${eigen} uit uw eigen catalogus`] : [])];
    zetKaarten(bij("deel-voorselectie"), voorselectie, `Uit de voorselectie van LOOP (${voorselectie.length})`);
    zetKaarten(bij("deel-gids"), gids, `Ook passend: ${opsomming(uitGids)}`);
    const anders = volgorde.filter((id) => !passend.some((kaart) => kaart.id === id));
    bij("rest").append(...anders.map((id) => bij(`toon-${id}`)));
    bij("telling-rest").textContent = `${anders.length} niet in het antwoord, met de voorbeelden uit de praktijk`;
    toonMissers(bij("deel-net-niet"), uitkomsten, "net-niet");
    toonMissers(bij("deel-onbekend"), uitkomsten, "onbekend");
    const codes = eisen.flatMap((eis) => eis.codes);
    for (const punt of document.querySelectorAll("#deel-let-op li"))
      punt.hidden = punt.dataset.bij !== "" && !punt.dataset.bij.split(" ").some((code) => codes.includes(code));
    const telling = passend.length
      ? `${enVeel(passend.length, "interventie past", "interventies passen")}: ${opsomming([`${voorselectie.length} uit de voorselectie`, ...uitGids])}.`
      : "Geen interventie past bij al uw antwoorden. Kijk welk antwoord ze uitsluit.";
    bij("telling").textContent = telling;
    bij("kort-antwoord").textContent = `${enVeel(passend.length, "interventie past", "interventies passen")}: bekijk het antwoord`;
    const vraag = eisen.map(({ id, codes: gekozen }) => `${id}: ${gekozen.map((code) => naamVan(id, code)).join(" of ")}`);
    if (deelnemers) vraag.push(`${deelnemers} mensen`);
    bij("uw-vraag").textContent = `Gevraagd: ${vraag.join("; ") || "alles"}.`;
  };

  // --- the quality test ----------------------------------------------------------------

  const ALLEEN = ["geen", "onbekend"];

  const leesToets = (vraag) => {
    const gekozen = new FormData(toetslijst).getAll(vraag);
    return gekozen.length ? gekozen.join(",") : "onbekend";
  };

  const toonOordeel = () => {
    const gegevens = new FormData(toetslijst);
    const doelgroep = gegevens.get("doelgroep").trim() || toets.doelgroep;
    for (const plek of document.querySelectorAll(".doelgroep")) plek.textContent = doelgroep;
    const vulIn = (tekst) => tekst.replaceAll("{doelgroep}", doelgroep);
    const vragen_ = toets.criteria.flatMap((criterium) => criterium.vragen);
    const leeg = !vragen_.some(({ id }) => gegevens.has(id));
    bij("toetsen").classList.toggle("leeg", leeg);
    const uitslagen = toets.criteria.map((criterium) => {
      const sleutel = criterium.vragen.map(({ id }) => leesToets(id)).join("|");
      const [oordeel, kanWorden] = criterium.uitkomsten[sleutel];
      return { criterium, oordeel, kanWorden, uitspraak: criterium.uitspraken[oordeel] };
    });
    const eind = toets.eindoordelen[uitslagen.map(({ oordeel }) => oordeel).join(",")];
    const kan = toets.eindoordelen[uitslagen.map(({ kanWorden }) => kanWorden).join(",")];
    const voldaan = uitslagen.filter(({ oordeel }) => oordeel === "voldoet").length;
    const stippen = uitslagen.map(({ oordeel }) => (oordeel === "voldoet" ? "●" : "○")).join("");
    const naam = gegevens.get("naam").trim();
    bij("eindoordeel").textContent = leeg
      ? "Nog geen vraag beantwoord."
      : `${naam ? `${naam}: ` : ""}${stippen} ${voldaan} van ${uitslagen.length}. ${toets.oordelen[eind]}` +
        (kan === eind ? "" : ` Er staan nog vragen open. Met goede antwoorden kan het oordeel worden: ${kan.replace("_", " ")}.`);
    bij("per-criterium").replaceChildren();
    if (leeg) return;
    for (const { criterium, oordeel, uitspraak } of uitslagen) {
      const stip = oordeel === "voldoet" ? "●" : "○";
      bij("per-criterium").append(
        element("h4", `${stip} ${criterium.naam}: ${uitspraak.woord}`),
        element("p", `${vulIn(uitspraak.reden)} ${vulIn(uitspraak.advies)}`),
      );
    }
    const open = vragen_.filter(({ id }) => leesToets(id) === "onbekend");
    if (!open.length) return;
    const lijst = element("ul");
    lijst.append(...open.map(({ navragen }) => element("li", vulIn(navragen))));
    bij("per-criterium").append(element("h4", "Nog na te vragen"), lijst);
  };

  // "No evidence" and "unknown" each stand alone.
  const houdBewijsZuiver = ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    const alleen = ALLEEN.includes(target.value);
    for (const vakje of toetslijst.querySelectorAll("input[type=checkbox]"))
      if (vakje !== target && (alleen || ALLEEN.includes(vakje.value))) vakje.checked = false;
  };

  // --- the answers in the address ------------------------------------------------------

  const bewaarInAdres = () => {
    const adres = new URLSearchParams();
    for (const lijst of [vragenlijst, toetslijst])
      for (const naam of new Set(new FormData(lijst).keys())) {
        const waarde = new FormData(lijst).getAll(naam).filter(Boolean).join(",");
        if (waarde) adres.set(naam, waarde);
      }
    history.replaceState(null, "", `#${adres}`);
  };

  const herstelUitAdres = () => {
    const adres = new URLSearchParams(location.hash.slice(1));
    for (const lijst of [vragenlijst, toetslijst])
      for (const veld of lijst.elements) {
        if (!veld.name) continue;
        const waarde = adres.get(veld.name) ?? "";
        if (veld.type === "checkbox" || veld.type === "radio") veld.checked = waarde.split(",").includes(veld.value);
        else if (veld.tagName !== "SELECT" || [...veld.options].some((optie) => optie.value === waarde)) veld.value = waarde;
      }
  };

  const werkBij = () => {
    toonAntwoord();
    toonOordeel();
  };

  // Links inside the page open what they point at and leave the answers in the address.
  const volgLink = (klik) => {
    const link = klik.target.closest('a[href^="#"]');
    const doel = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!doel) return;
    klik.preventDefault();
    const uitklap = doel.tagName === "DETAILS" ? doel : doel.matches(".kaart") && doel.querySelector(":scope > details");
    if (uitklap) uitklap.open = true;
    const kop = doel.querySelector(":scope > h2, :scope > form > h2");
    (kop || doel).focus({ preventScroll: true });
    doel.scrollIntoView();
  };

  const volgorde = [...document.querySelectorAll("#rest > .kaart")].map(({ id }) => id.slice("toon-".length));
  for (const lijst of [vragenlijst, toetslijst]) {
    lijst.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
    lijst.addEventListener("reset", () => setTimeout(() => { werkBij(); bewaarInAdres(); }));
    lijst.addEventListener("input", (gebeurtenis) => {
      if (lijst === toetslijst) houdBewijsZuiver(gebeurtenis);
      werkBij();
      bewaarInAdres();
    });
  }
  document.addEventListener("click", volgLink);
  window.addEventListener("hashchange", () => { herstelUitAdres(); werkBij(); });
  // The topics are HTML made by the same templates as the rest of the page.
  for (const [id, html] of Object.entries(uitleg)) bij(`uitleg-${id}`).querySelector(".inhoud").innerHTML = html;
  // On a narrow screen a bar tells how many fit, while one answers and does not see the answer itself.
  const balk = bij("kort-antwoord").parentElement;
  const inBeeld = new Set();
  const kijker = new IntersectionObserver((delen) => {
    for (const { target, isIntersecting } of delen) inBeeld[isIntersecting ? "add" : "delete"](target);
    balk.hidden = !inBeeld.has(vragenlijst) || inBeeld.has(bij("antwoord"));
  });
  kijker.observe(vragenlijst);
  kijker.observe(bij("antwoord"));
  window.addEventListener("beforeprint", () => {
    for (const letOp of document.querySelectorAll(".redenen details")) letOp.open = true; // caveats belong on paper
  });
  bij("druk-af").addEventListener("click", () => window.print());
  herstelUitAdres();
  werkBij();
})().catch(() => { document.getElementById("te-oud").hidden = false; });
