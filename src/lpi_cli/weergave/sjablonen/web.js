"use strict";
// Combines what lpi worked out beforehand: it looks up which variants fit, and the facts and
// verdicts that belong to the answers. What it writes itself, it writes as text.
(async () => {
  const pakUit = async (letters) => {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const stroom = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stroom).text());
  };
  const { vragen, leeftijden, teksten, kaarten, toets, uitleg } = await pakUit(document.getElementById("gegevens").textContent);
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

  const PAST_NIET = 0, ONBEKEND = 1, PAST = 2;
  const masker = (varianten) => varianten.reduce((som, nr) => som + 2 ** nr, 0);
  const eenmaal = (lijst) => [...new Set(lijst)];
  // Facts behind each other, parted so that one sees where each ends.
  const aaneen = (feiten) => (feiten.some((feit) => /[,:(]/.test(feit)) && feiten.length > 1 ? feiten.join("; ") : opsomming(feiten));

  // What one variant answers to one part of the question: the best of the chosen answers, and its facts.
  const oordeel = (kaart, { id, codes }, variant) => {
    const per = codes.map((code) => kaart.oordelen[id][code][variant]);
    const beste = Math.max(...per.map(([uitkomst]) => uitkomst));
    const tellen = per.filter(([uitkomst]) => uitkomst === beste);
    const feiten = eenmaal(tellen.map(([, feit]) => teksten[feit]));
    const korte = eenmaal(tellen.map(([, , kort]) => teksten[kort]));
    return { uitkomst: beste, tekst: aaneen(feiten), kort: aaneen(korte) };
  };

  // The fact of some variants; ages that fit say which variant has which.
  const reden = (kaart, eis, varianten) => {
    const alle = varianten.map((nr) => [nr, oordeel(kaart, eis, nr)]);
    const laagste = Math.min(...alle.map(([, { uitkomst }]) => uitkomst));
    const over = alle.filter(([, { uitkomst }]) => uitkomst === laagste);
    const feiten = eenmaal(over.map(([, { tekst }]) => tekst));
    const korte = eenmaal(over.map(([, { kort }]) => kort));
    const noem = eis.id === "leeftijd" && laagste === PAST && kaart.varianten.length > 1;
    const metNamen = (feit) =>
      `${feit} (${opsomming(over.filter(([, { tekst }]) => tekst === feit).map(([nr]) => kaart.varianten[nr].naam))})`;
    return {
      id: eis.id,
      uitkomst: laagste,
      kort: aaneen(korte),
      tekst: aaneen(noem ? feiten.map(metNamen) : feiten),
    };
  };

  // The same judgement as `weeg` in Python: of the nearest variants, what excludes them and what is open.
  const beoordeel = (kaart, eisen) => {
    const alle = [...kaart.varianten.keys()];
    const rijen = alle.map((nr) => eisen.map((eis) => oordeel(kaart, eis, nr).uitkomst));
    const tel = (rij, wat) => rij.filter((uitkomst) => uitkomst === wat).length;
    const tekort = (nr) => [tel(rijen[nr], PAST_NIET), tel(rijen[nr], ONBEKEND)];
    const kleiner = ([a, b], [c, d]) => a < c || (a === c && b < d);
    const naaste = alle.reduce((a, b) => (kleiner(tekort(b), tekort(a)) ? b : a));
    const [niet, onbekend] = tekort(naaste);
    const varianten = alle.filter((nr) =>
      niet ? String(rijen[nr]) === String(rijen[naaste]) : String(tekort(nr)) === String(tekort(naaste)),
    );
    if (niet > 1 || (niet && eisen.length - niet - onbekend <= onbekend)) return { soort: "niet", varianten };
    const redenen = eisen.map((eis) => reden(kaart, eis, varianten));
    const open = openInWoorden(redenen.filter(({ uitkomst }) => uitkomst === ONBEKEND));
    if (!niet) return { soort: onbekend ? "misschien" : "past", varianten, redenen, reden: open, verder: "" };
    const uitgesloten = redenen.find(({ uitkomst }) => uitkomst === PAST_NIET);
    return { soort: "net-niet", varianten, reden: `${uitgesloten.id} (${uitgesloten.tekst})`, verder: open };
  };

  const openInWoorden = (redenen) => {
    const perFeit = new Map();
    for (const { id, kort } of redenen) perFeit.set(kort, [...(perFeit.get(kort) || []), id]);
    return [...perFeit].map(([kort, onderdelen]) => `${opsomming(onderdelen)} ${kort}`).join("; ");
  };

  // To whom a source limits these variants; what they share is said once.
  const beperking = (kaart, varianten) => {
    const gekozen = varianten.map((nr) => kaart.varianten[nr]);
    const gedeeld = gekozen[0].beperking.filter((wie) => gekozen.every((v) => v.beperking.includes(wie)));
    if (gedeeld.length) {
      const verschilt = gekozen.some((v) => v.beperking.length > gedeeld.length);
      return `alleen ${opsomming(gedeeld)}${verschilt ? ", verder per variant verschillend" : ""}`;
    }
    const perGroep = eenmaal(gekozen.map((v) => opsomming(v.beperking))).filter(Boolean);
    const namen = (wie) => gekozen.filter((v) => opsomming(v.beperking) === wie).map((v) => v.naam);
    const delen = perGroep.map((wie) => `${wie} (${opsomming(namen(wie))})`);
    return delen.length ? `alleen ${delen.join("; ")}` : "";
  };

  // The part of the asked ages that these variants cover; empty when all of it.
  const ZONDER_EINDE = 1000;
  const samengevoegd = (bereiken) => {
    const delen = [];
    for (const [van, tot] of bereiken.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const vorige = delen.at(-1);
      if (vorige && van <= vorige[1]) vorige[1] = Math.max(vorige[1], tot);
      else delen.push([van, tot]);
    }
    return delen;
  };
  const dekking = (kaart, codes, varianten) => {
    const vol = ([van, tot]) => [van ?? 0, tot ?? ZONDER_EINDE];
    const aanbod = varianten.map((nr) => kaart.varianten[nr].leeftijd).filter(([van, tot]) => van !== null || tot !== null).map(vol);
    const gevraagd = samengevoegd(codes.filter((code) => leeftijden[code]).map((code) => vol(leeftijden[code])));
    const gedekt = gevraagd.flatMap((vraag) =>
      samengevoegd(aanbod.map(([van, tot]) => [Math.max(vraag[0], van), Math.min(vraag[1], tot)])).map((deel) => [vraag, deel]),
    );
    if (String(gedekt.map(([, deel]) => deel)) === String(gevraagd)) return "";
    if (!gedekt.length) return codes.filter((code) => !leeftijden[code]).join(", ");
    const alsTekst = ([vraag, [van, tot]]) => {
      if (van > vraag[0] && tot === vraag[1]) return `vanaf ${van} jaar`;
      return tot === ZONDER_EINDE ? `${van} jaar en ouder` : `${van}-${tot} jaar`;
    };
    return gedekt.map(alsTekst).join(", ");
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
    for (const { id, tekst } of uitkomst.redenen) regel(lijst, hoofdletter(id), tekst);
    const beperkt = beperking(kaart, uitkomst.varianten);
    if (beperkt) regel(lijst, "Beperkt", beperkt);
    const leeftijd = eisen.find(({ id }) => id === "leeftijd");
    const gedekt = leeftijd ? dekking(kaart, leeftijd.codes, uitkomst.varianten) : "";
    if (gedekt) regel(lijst, "Dekt alleen", gedekt);
    // What takes some of the asked ages is never computed for all; how many people these are is not asked here.
    const neemtNiet = (code) => (nr) => oordeel(kaart, { ...leeftijd, codes: [code] }, nr).uitkomst === PAST_NIET;
    const deels = deelnemers && leeftijd?.codes.some((code) => uitkomst.varianten.some(neemtNiet(code)));
    const prijs = kosten(kaart, uitkomst.varianten, deels ? "" : deelnemers);
    if (deels) prijs.push(element("div", "Niet uitgerekend: dit is voor een deel van de gevraagde leeftijden."));
    regel(lijst, "Kosten", prijs);
  };

  const verwijzing = (kaart) => {
    const link = element("a", kaart.naam);
    link.href = `#toon-${kaart.id}`;
    return link;
  };

  const bijNaam = (kaart, { soort, verder, varianten }) =>
    [soort === "misschien" ? beperking(kaart, varianten) : "", verder].filter(Boolean).join("; ");

  const toonMissers = (deel, uitkomsten, soort) => {
    const redenen = new Map();
    for (const [kaart, uitkomst] of uitkomsten)
      if (uitkomst.soort === soort)
        redenen.set(uitkomst.reden, [...(redenen.get(uitkomst.reden) || []), [kaart, bijNaam(kaart, uitkomst)]]);
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
    toonMissers(bij("deel-misschien"), uitkomsten, "misschien");
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

  const leesToets = (vraag) => new FormData(toetslijst).getAll(vraag).join(",");

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
    const stippen = uitslagen.map(({ uitspraak }) => uitspraak.stip).join("");
    const naam = gegevens.get("naam").trim();
    bij("eindoordeel").textContent = leeg
      ? "Nog geen vraag beantwoord."
      : `${naam ? `${naam}: ` : ""}${stippen} ${voldaan} van ${uitslagen.length}. ${toets.oordelen[eind]}` +
        (kan === eind ? "" : ` Er staan nog vragen open. Met goede antwoorden kan het oordeel worden: ${kan.replace("_", " ")}.`);
    bij("per-criterium").replaceChildren();
    if (leeg) return;
    for (const { criterium, uitspraak } of uitslagen) {
      bij("per-criterium").append(
        element("h4", `${uitspraak.stip} ${criterium.naam}: ${uitspraak.woord}`),
        element("p", `${vulIn(uitspraak.reden)} ${vulIn(uitspraak.advies)}`),
      );
    }
    const open = vragen_.filter(({ id }) => ["", "onbekend"].includes(leesToets(id)));
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
