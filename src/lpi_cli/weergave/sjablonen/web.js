// The page around the engine: it reads the form and the address, and shows what the engine answers.
(async () => {
  const pakUit = async (letters) => {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const stroom = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stroom).text());
  };
  const bij = (id) => document.getElementById(id);
  const gegevens = await pakUit(bij("gegevens").textContent);
  const motor = maakMotor(gegevens);
  globalThis.lpi = motor;
  const { kaarten, toets, uitleg, inhoud, vergelijk } = gegevens;
  const vragenlijst = bij("vragen"), toetslijst = bij("toets");
  const perId = new Map(kaarten.map((kaart) => [kaart.id, kaart]));
  document.documentElement.classList.add("js");

  // --- small helpers ---------------------------------------------------------------------------

  const element = (naam, kenmerken = {}, ...kinderen) => {
    const nieuw = document.createElement(naam);
    for (const [sleutel, waarde] of Object.entries(kenmerken))
      if (waarde !== undefined && waarde !== false) nieuw.setAttribute(sleutel, waarde === true ? "" : waarde);
    nieuw.append(...kinderen.flat(Infinity).filter((kind) => kind !== "" && kind !== null && kind !== undefined));
    return nieuw;
  };
  // A table that is shown as blocks on a narrow screen is still one, by its roles.
  const rij = (kenmerken, ...cellen) => element("tr", { role: "row", ...kenmerken }, cellen);
  const cel = (kenmerken, ...inhoud) => element("td", { role: "cell", ...kenmerken }, inhoud);
  const kolomkop = (...inhoud) => element("th", { scope: "col", role: "columnheader" }, inhoud);
  const rijkop = (...inhoud) => element("th", { scope: "row", role: "rowheader" }, inhoud);
  const tabel = (kenmerken, koppen, rijen) =>
    element("table", { role: "table", ...kenmerken }, element("thead", { role: "rowgroup" }, rij({}, koppen)), element("tbody", { role: "rowgroup" }, rijen));
  const knop = (tekst, kenmerken, doe) => {
    const nieuw = element("button", { type: "button", ...kenmerken }, tekst);
    nieuw.addEventListener("click", doe);
    return nieuw;
  };
  const hoofdletter = (tekst) => (tekst.startsWith("één ") ? "E" : tekst.charAt(0).toUpperCase()) + tekst.slice(1);
  const enVeel = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;
  const ADRES = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|((?:\+31(?: ?\(0\))?|\b0)(?:[ -]{0,3}\d){9}\b)/g;
  // Text in which mail addresses and telephone numbers are links.
  const metLinks = (tekst) => {
    const delen = [];
    let vorige = 0;
    for (const gevonden of tekst.matchAll(ADRES)) {
      const doel = gevonden[1] ? `mailto:${gevonden[1]}` : `tel:${gevonden[2].replace(/\(0\)|[ -]/g, "")}`;
      delen.push(tekst.slice(vorige, gevonden.index), element("a", { href: doel }, gevonden[0]));
      vorige = gevonden.index + gevonden[0].length;
    }
    return [...delen, tekst.slice(vorige)];
  };
  const bewaarBestand = (naam, tekst) => {
    const link = element("a", { href: URL.createObjectURL(new Blob([tekst], { type: "application/yaml" })), download: naam });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const meldGedaan = (tekst) => {
    bij("gedaan").textContent = tekst;
  };

  // --- the question: from the form and back ------------------------------------------------------

  const MEERDERE = ["leeftijd", "doel", "vorm", "doelgroep", "setting", "taal"];
  const EENMAAL = ["regio", "bewijs", "organisatie"], AAN_UIT = ["kosteloos", "voorselectie"];
  const DELEN = gegevens.filters.map(({ naam }) => naam);
  const BEDRAGEN = ["budget", "uurtarief", "tolktarief"], AANTALLEN = ["groepsgrootte", "bijeenkomsten", "gezinnen"];
  const veld = (naam) => vragenlijst.querySelectorAll(`[name="${naam}"]`);
  const vakjes = (naam) => [...veld(naam)].filter(({ type }) => type === "checkbox");
  const label = (naam, code) => {
    if (naam === "taal") return gegevens.talen[code] ?? code;
    const vakje = vakjes(naam).find(({ value }) => value === code);
    if (vakje) return vakje.parentElement.textContent.trim();
    const optie = naam === "bewijs" && [...bij("bewijs").options].find(({ value }) => value === code);
    return optie ? optie.textContent.trim() : code;
  };
  const inWoorden = (naam, woord) => (AAN_UIT.includes(naam) ? naam : woord.split("+").map((deel) => label(naam, deel)).join(" en "));
  const verdeeld = { leeftijd: {}, taal: {} };
  let wensen = [];
  let fouten = [];

  const leesWoorden = (naam) => {
    const codes = vakjes(naam).filter(({ checked }) => checked).map(({ value }) => value);
    if (naam === "doelgroep" && codes.length > 1 && veld("samen")[0].checked) return [codes.join("+")];
    return codes;
  };
  const leesTekst = (naam) => {
    const getypt = naam === "leeftijd" ? bij("leeftijd-anders").value.split(",") : [bij(naam).value];
    return getypt.filter((tekst) => tekst.trim()).flatMap((tekst) => {
      const waarde = motor.leesWaarde(naam, tekst.trim());
      if (!waarde) fouten.push([naam === "leeftijd" ? "leeftijd-anders" : naam, naam === "leeftijd" ? "schrijf 15, 8-12 of 65+" : "deze plaats ken ik niet; geef een gemeente of provincie"]);
      return waarde ? [waarde.woord] : [];
    });
  };
  const leesVraag = () => {
    fouten = [];
    const vraag = { liefst: wensen, rekenen: {}, per: {} };
    for (const naam of MEERDERE) vraag[naam] = leesWoorden(naam);
    vraag.leeftijd = eenmaal([...vraag.leeftijd, ...leesTekst("leeftijd")]);
    for (const naam of EENMAAL) vraag[naam] = leesTekst(naam);
    for (const naam of AAN_UIT) vraag[naam] = leesWoorden(naam);
    for (const naam of [...BEDRAGEN, ...AANTALLEN]) {
      const tekst = bij(naam).value.trim(), waarde = BEDRAGEN.includes(naam) ? leesEuro(tekst, naam === "budget") : leesAantal(tekst, 1000);
      if (waarde !== undefined) vraag.rekenen[naam] = waarde;
      else if (tekst) fouten.push([naam, BEDRAGEN.includes(naam) ? "schrijf een bedrag als 95 of 95,50" : "schrijf een heel getal van 1 tot 1000"]);
    }
    const deelnemers = bij("deelnemers").value.trim();
    vraag.deelnemers = leesAantal(deelnemers, 100_000) ?? null;
    if (deelnemers && !vraag.deelnemers) fouten.push(["deelnemers", "schrijf een heel getal van 1 tot 100000"]);
    for (const naam of Object.keys(verdeeld))
      vraag.per[naam] = Object.fromEntries(vraag[naam].filter((woord) => verdeeld[naam][woord]).map((woord) => [woord, verdeeld[naam][woord]]));
    const { aantal, fout } = motor.tegenspraak(vraag);
    if (fout) fouten.push(["deelnemers", fout]);
    vraag.deelnemers = fout ? null : aantal;
    return vraag;
  };
  const toonFouten = () => {
    for (const oud of vragenlijst.querySelectorAll("[aria-invalid]")) oud.removeAttribute("aria-invalid");
    const aantal = fouten.filter(([naam]) => naam === "deelnemers").map(([, tekst]) => tekst);
    bij("fout-aantal").textContent = hoofdletter(aantal[0] ?? "");
    bij("fout-aantal").hidden = !aantal.length;
    for (const oud of vragenlijst.querySelectorAll(".bij-veld")) oud.remove();
    for (const [naam, tekst] of fouten) {
      if (bij(naam).dataset.soort && bij(naam) === document.activeElement) continue; // who types has not finished
      bij(naam).setAttribute("aria-invalid", "true");
      if (naam !== "deelnemers") bij(naam).after(element("span", { class: "fout bij-veld" }, hoofdletter(tekst)));
    }
  };

  // Numbers per age and per language; made again only when others are chosen, so that who types stays where he is.
  let verdelingVan = "";
  const toonVerdeling = (vraag) => {
    const delen = Object.keys(verdeeld).map((naam) => [naam, vraag[naam]]).filter(([, woorden]) => woorden.length > 1);
    if (JSON.stringify(delen) === verdelingVan) return;
    verdelingVan = JSON.stringify(delen);
    bij("verdeling").replaceChildren(
      ...delen.map(([naam, woorden]) =>
        element("fieldset", {}, element("legend", {}, `Hoeveel mensen per ${naam}? (mag leeg)`), woorden.map((woord) => {
          const id = `n-${naam}-${woord}`, invoer = element("input", { id, inputmode: "numeric", maxlength: 6, value: verdeeld[naam][woord] ?? "" });
          invoer.addEventListener("input", () => {
            verdeeld[naam][woord] = leesAantal(invoer.value.trim(), 100_000);
          });
          return element("p", { class: "veld smal" }, element("label", { for: id }, inWoorden(naam, woord)), " ", invoer);
        })),
      ),
    );
  };

  // --- wishes ---------------------------------------------------------------------------------------

  const wensInWoorden = (wens) => {
    const [naam, woord] = wens.split("=");
    return woord ? `${naam}: ${inWoorden(naam, woord)}` : naam;
  };
  const toonWensen = () => {
    const verplaats = (nr, naar) => {
      const [wens] = wensen.splice(nr, 1);
      if (naar !== null) wensen.splice(naar, 0, wens);
      naWens(naar ?? nr - 1);
    };
    bij("wensen").replaceChildren(...wensen.map((wens, nr) => element("li", {}, wensInWoorden(wens), " ",
      nr ? knop("↑", { class: "klein", "aria-label": `${wensInWoorden(wens)} zwaarder laten wegen` }, () => verplaats(nr, nr - 1)) : "",
      knop("×", { class: "klein", "aria-label": `${wensInWoorden(wens)} weglaten` }, () => verplaats(nr, null)))));
  };
  const naWens = (nr) => {
    werkBij();
    (bij("wensen").children[Math.max(0, nr)]?.querySelector("button") ?? bij("wens")).focus();
  };
  const vulWenskeuze = () => {
    const groep = (naam, codes) => element("optgroup", { label: naam }, codes.map(([code, tekst]) => element("option", { value: code }, tekst)));
    const uitVakjes = (naam) => groep(hoofdletter(naam), vakjes(naam).map(({ value }) => [`${naam}=${value}`, label(naam, value)]));
    const bewijzen = [...bij("bewijs").options].slice(1).map((optie) => [`bewijs=${optie.value}`, optie.textContent.trim()]);
    bij("wens").replaceChildren(
      groep("Kosten en keuze", [["kosteloos", "kosteloos"], ["voorselectie", "in de voorselectie van LOOP"]]),
      ...["taal", "setting", "vorm", "doel"].map(uitVakjes), groep("Bewijs", bewijzen), uitVakjes("doelgroep"),
    );
  };

  // --- the answer: a list one can compare ---------------------------------------------------------------

  const MEESTE_RIJEN = 50;
  const KOLOMMEN = ["Naam", "Voor wie", "Bijeenkomsten", "Talen", "Bewijs", "Kosten", "Past"];
  const open = new Set(), gekozen = new Set();
  let alles = false, nu = null;

  const kort = ({ welke }, plek) => eenmaal(welke.map((variant) => variant.kort[plek]).filter((tekst) => tekst !== "-"));
  const opLeeftijd = (treffer) => {
    const op = [...treffer.welke].sort((a, b) => (a.leeftijd?.[0] ?? 0) - (b.leeftijd?.[0] ?? 0) || (a.leeftijd?.[1] ?? 999) - (b.leeftijd?.[1] ?? 999));
    return kort({ welke: op }, 0);
  };
  const breekbaar = (tekst) => tekst.replace(/(\p{L}{4})(onderzoek|komsten|evaluatie|seerd)/gu, "$1\u00ad$2");
  const inCel = (delen) => (delen.length > 2 ? `${delen.slice(0, 2).join("; ")} en ${delen.length - 2} meer` : delen.join("; "));
  const totaalVan = (raming) => (raming.isKosteloos ? "kosteloos" : raming.inEuro(raming.totaal.map((een) => breuk(een))));
  const kostenInCel = (treffer) => {
    const ramingen = nu.vraag.deelnemers ? nu.reken(treffer) : [], met = ramingen.filter(({ totaal }) => totaal);
    if (!met.length) return [inCel(kort(treffer, 3))];
    const per = eenmaal(met.filter(({ perDeelnemer, isKosteloos }) => perDeelnemer && !isKosteloos).map((raming) => raming.inEuro(raming.perDeelnemer)));
    const budget = eenmaal(met.filter((raming) => raming.budget).map(({ budget: { past } }) => (past ? "past in budget" : past === null ? "past misschien in budget" : "boven budget")));
    const erbij = [per.length === 1 ? `${per[0]} p.p.` : "", ...budget, met.length < ramingen.length ? "ook een andere prijs" : ""].filter(Boolean).join("; ");
    return [inCel(eenmaal(met.map(totaalVan))), erbij && element("span", { class: "bij" }, erbij)];
  };
  const pastInCel = (treffer) => {
    const wensen_ = treffer.wensen.map(({ onderdeel, uitkomst }) => `${wensInWoorden(onderdeel)} ${WOORDEN[uitkomst]}`);
    return [pastKort(treffer), wensen_.length ? element("span", { class: "bij" }, `liefst ${wensen_.join("; ")}`) : ""];
  };
  const pastKort = (treffer) => {
    if (treffer.slotsom === "misschien") return `vraag na: ${openInWoorden(treffer.vraagNa)}`;
    const delen = [treffer.dekking?.tekst, treffer.dekkingTaal && opsomming(treffer.dekkingTaal.map((code) => label("taal", code)))].filter(Boolean);
    return delen.length ? `deels: ${delen.join("; ")}` : "ja";
  };
  const wieInCel = (treffer) => {
    const leeftijd = inCel(opLeeftijd(treffer));
    const wie = opsomming(eenmaal(treffer.welke.flatMap(({ beperking }) => beperking)));
    const beperkt = treffer.beperking.includes("(") ? `per variant alleen ${wie}` : treffer.beperking && `alleen ${treffer.beperking}`;
    return [[leeftijd, beperkt].filter(Boolean).join("; ")];
  };

  const bronvermelding = (feit) => (feit.gezegd && feit.bronnen.length ? [" ", element("span", { class: "bron" }, `[${feit.bronnen.join(", ")}]`)] : []);
  const regel = (term, ...waarde) => [element("dt", {}, hoofdletter(term)), element("dd", {}, waarde)];
  const WOORDEN = ["nee", "onbekend", "ja"];
  const metLetOp = (ramingen) => {
    const perTekst = eenmaal(ramingen.flatMap(({ letOp }) => letOp.map(({ tekst, aanname }) => (aanname ? `${tekst}; vul dat in bij Kosten` : tekst))));
    return perTekst.length ? element("ul", {}, perTekst.map((tekst) => element("li", {}, hoofdletter(tekst)))) : "";
  };
  const groepenInWoorden = ({ groepen, totaal }) => {
    if (!totaal || !groepen) return "";
    return groepen[0] === groepen[1] ? ` (${enVeel(groepen[0], "groep", "groepen")})` : ` (${groepen[0]} tot ${groepen[1]} groepen)`;
  };
  const budgetInWoorden = ({ budget }) => {
    if (budget?.past !== false) return "";
    const te = `Budget: ${euro(centen(breuk(budget.tekort)))} te kort`;
    return ` ${budget.mensen ? `${te}; voor ${enVeel(budget.mensen, "deelnemer", "deelnemers")} is het genoeg: ${euro(centen(breuk(budget.bedrag)))}` : te}.`;
  };
  const kostenregels = (treffer) => {
    const ramingen = nu.vraag.deelnemers ? nu.reken(treffer) : [];
    if (!ramingen.length) return regel("kosten", inCel(kort(treffer, 3)) || NIET_GEPUBLICEERD);
    return regel("kosten", ...ramingen.map((raming) => element("div", {}, hoofdletter(raming.zin), groepenInWoorden(raming), budgetInWoorden(raming), raming.keuze.bronnen.length ? element("span", { class: "bron" }, ` [${raming.keuze.bronnen.join("; ")}]`) : "")), metLetOp(ramingen));
  };
  const redenlijst = (treffer) =>
    element("dl", { class: "redenen" },
      treffer.redenen.map(({ onderdeel, feit, uitkomst }) => regel(onderdeel, ...(uitkomst === ONBEKEND ? ["vraag na: "] : []), feit.tekst, ...bronvermelding(feit))),
      treffer.slotsom === "misschien" ? regel("vraag na bij", metLinks(treffer.kaart.bij)) : [],
      treffer.beperking ? regel("beperkt", `alleen ${treffer.beperking}`) : [],
      treffer.wensen.map(({ onderdeel, uitkomst, feit }) => regel(`liefst ${wensInWoorden(onderdeel)}`, `${WOORDEN[uitkomst]}, ${feit.tekst}`, ...bronvermelding(feit))),
      kostenregels(treffer),
    );
  const kaartlink = ({ id, naam, voorselectie, eigen }) => element("a", { href: `#toon-${id}` }, `${naam}${voorselectie ? " ★" : ""}${eigen ? " ◆" : ""}`);

  const rijVan = (treffer) => {
    const { kaart } = treffer, id = `waarom-${kaart.id}`;
    const leeg = [];
    const onder = (kop, [tekst, ...rest]) => {
      if (!tekst) leeg.push(kop);
      return cel({ "data-kop": kop, class: tekst ? undefined : "leeg" }, tekst ? breekbaar(tekst) : NIET_GEPUBLICEERD, rest);
    };
    const vink = element("input", { type: "checkbox", "aria-label": `${kaart.naam} vergelijken` });
    vink.checked = gekozen.has(kaart.id);
    vink.addEventListener("change", () => {
      gekozen[vink.checked ? "add" : "delete"](kaart.id);
      toonVergelijkknop();
    });
    const meer = rij({ class: "waarom", id, hidden: !open.has(kaart.id) });
    const toggle = knop("Waarom?", { class: "klein", "aria-expanded": String(open.has(kaart.id)), "aria-controls": id, "aria-label": `Waarom ${kaart.naam}?` }, () => {
      open[meer.hidden ? "add" : "delete"](kaart.id);
      meer.hidden = !meer.hidden;
      toggle.setAttribute("aria-expanded", String(!meer.hidden));
      vul();
    });
    const vul = () => {
      if (!meer.hidden && !meer.childElementCount) meer.append(cel({ colspan: KOLOMMEN.length + 1 }, redenlijst(treffer)));
    };
    vul();
    const eerst = rij({ class: "treffer" }, cel({ class: "vink" }, element("label", {}, vink)), rijkop(kaartlink(kaart), " ", toggle),
      onder("voor wie", wieInCel(treffer)), onder("bijeenkomsten", [inCel(kort(treffer, 1))]), onder("talen", [inCel(kort(treffer, 2))]),
      onder("bewijs", [inCel(kort(treffer, 4))]), onder("kosten", kostenInCel(treffer)), onder("past", pastInCel(treffer)));
    // On a narrow screen the empty cells are told in one go.
    if (treffer.slotsom === "misschien") eerst.lastChild.append(element("span", { class: "alleen-papier" }, `Vraag het bij: ${kaart.bij}`));
    if (leeg.length) eerst.lastChild.append(element("span", { class: "leegte", "aria-hidden": "true" }, ` ${NIET_GEPUBLICEERD}: ${opsomming(leeg)}`));
    if (pastKort(treffer) === "ja" && !wensen.length) eerst.lastChild.classList.add("ja");
    return [eerst, meer];
  };
  const tabelVan = (treffers, bijschrift) => {
    const zichtbaar = alles ? treffers : treffers.slice(0, MEESTE_RIJEN);
    const kosten = nu.vraag.deelnemers ? `Kosten voor ${nu.vraag.deelnemers}` : "Kosten";
    const koppen = [
      cel({ class: "vink" }, element("span", { class: "verborgen" }, "Vergelijk")),
      ...KOLOMMEN.map((kop) => kolomkop(kop === "Kosten" ? kosten : breekbaar(kop))),
    ];
    const lijst = tabel({ class: "treffers", "aria-label": bijschrift }, koppen, zichtbaar.flatMap(rijVan));
    if (zichtbaar.length === treffers.length) return [lijst];
    return [lijst, knop(`Toon alle ${treffers.length}`, {}, () => { alles = true; toonAntwoord(); })];
  };

  const VOLGORDEN = {
    antwoord: ["van het antwoord", null],
    naam: ["naam", (a, b) => a.kaart.naam.localeCompare(b.kaart.naam, "nl")],
    kosten: ["kosten per deelnemer", (a, b) => nu.goedkoopste(a, b)],
    bewijs: ["bewijs, hoogste eerst", (a, b) => hoogste(b) - hoogste(a)],
    keren: ["bijeenkomsten, minste eerst", (a, b) => minsteKeren(a) - minsteKeren(b)],
  };
  const hoogste = ({ welke }) => Math.max(...welke.map(({ rang }) => rang));
  const minsteKeren = ({ welke }) => Math.min(...welke.map(({ keren }) => keren?.[0] ?? Infinity), 1e6);
  const opOrde = (treffers) => {
    const vergelijker = VOLGORDEN[bij("sorteer").value]?.[1];
    return vergelijker ? [...treffers].sort(vergelijker) : treffers;
  };

  const laatLos = (naam) => {
    for (const invoer of veld(naam)) {
      if (invoer.type === "checkbox") invoer.checked = false;
      else invoer.value = "";
    }
    werkBij();
    bij("antwoord").focus({ preventScroll: true });
    meldGedaan(`${hoofdletter(naam)} telt niet meer mee.`);
  };
  const vulDeel = (naam, delen) => {
    bij(`deel-${naam}`).hidden = !delen.length;
    bij(`deel-${naam}`).querySelector(".inhoud").replaceChildren(...delen);
  };
  const toonNetNiet = (netNiet) => {
    const per = new Map();
    for (const een of netNiet) {
      const [uitgesloten, ...verder] = een.redenen, sleutel = `${uitgesloten.onderdeel}: ${uitgesloten.feit.tekst}`;
      const groep = per.get(sleutel) ?? per.set(sleutel, { onderdeel: uitgesloten.onderdeel, leden: [] }).get(sleutel);
      groep.leden.push([een.kaart, openInWoorden(verder)]);
    }
    const groepen = [...per].sort(([a], [b]) => a.localeCompare(b, "nl")).slice(0, alles ? undefined : MEESTE_RIJEN);
    const knoppen = new Set();
    vulDeel("net-niet", groepen.map(([sleutel, { onderdeel, leden }]) => {
      const punt = element("li", {}, `${hoofdletter(sleutel)}: `, leden.flatMap(([kaart, verder], nr) => [nr ? ", " : "", kaartlink(kaart), verder ? ` (${verder})` : ""]), " ");
      if (!knoppen.has(onderdeel)) punt.append(knop(`Laat ${onderdeel} los`, { class: "klein" }, () => laatLos(onderdeel)));
      knoppen.add(onderdeel);
      return punt;
    }));
  };
  const vraagInWoorden = (vraag) => {
    const delen = DELEN.filter((naam) => vraag[naam].length).map((naam) => (AAN_UIT.includes(naam) ? naam : `${naam}: ${vraag[naam].map((woord) => inWoorden(naam, woord)).join(" of ")}`));
    if (vraag.deelnemers) delen.push(`${vraag.deelnemers} mensen`);
    for (const [naam, per] of Object.entries(vraag.per))
      if (Object.keys(per).length) delen.push(`per ${naam}: ${Object.entries(per).map(([woord, aantal]) => `${aantal} ${inWoorden(naam, woord)}`).join(", ")}`);
    if (vraag.rekenen.budget) delen.push(`budget € ${vraag.rekenen.budget.replace(".", ",")}`);
    if (vraag.liefst.length) delen.push(`liefst ${vraag.liefst.map(wensInWoorden).join(", dan ")}`);
    return delen.join("; ") || "alles";
  };
  const toonLetOp = (vraag) => {
    const codes = new Set(DELEN.flatMap((naam) => vraag[naam].flatMap((woord) => woord.split("+"))));
    for (const { delen } of nu.resultaat.eisen.find(({ naam }) => naam === "leeftijd")?.waarden ?? [])
      for (const wens of delen)
        for (const [code, groep] of Object.entries(gegevens.leeftijden))
          if (!groep.voor.length && pastLeeftijd(wens, "deelnemers", [groep.van, groep.tot])) codes.add(code);
    for (const punt of document.querySelectorAll("#deel-let-op li"))
      punt.hidden = punt.dataset.bij !== "" && !punt.dataset.bij.split(" ").some((code) => codes.has(code));
  };
  const toonAntwoord = () => {
    const vraag = leesVraag(), resultaat = motor.zoek(vraag), reken = motor.rekenaar(vraag, resultaat.eisen);
    const bewaard = new Map(), eenmaalReken = (treffer) => bewaard.get(treffer) ?? bewaard.set(treffer, reken(treffer)).get(treffer);
    const laagsten = new Map(), laagste = (treffer) => laagsten.get(treffer) ?? laagsten.set(treffer, [...eenmaalReken(treffer)].sort(motor.opBedrag)[0]).get(treffer);
    nu = { vraag, resultaat, reken: eenmaalReken, goedkoopste: (a, b) => (vraag.deelnemers ? motor.opBedrag(laagste(a), laagste(b)) : 0) };
    toonFouten();
    toonVerdeling(vraag);
    toonWensen();
    const echt = (treffers) => treffers.filter(({ kaart }) => !kaart.voorbeeld);
    const treffers = echt(resultaat.treffers), misschien = echt(resultaat.misschien), netNiet = echt(resultaat.netNiet);
    bij("kop-past").textContent = `Past (${treffers.length})`;
    vulDeel("past", treffers.length ? tabelVan(opOrde(treffers), "Wat past") : [element("p", {}, "Geen interventie past bij al uw antwoorden. Hieronder ziet u wat misschien past, en welk antwoord de rest uitsluit.")]);
    bij("kop-misschien").textContent = `Past misschien (${misschien.length}): vraag dit na`;
    vulDeel("misschien", misschien.length ? tabelVan(opOrde(misschien), "Wat misschien past") : []);
    toonNetNiet(netNiet);
    const voorbeelden = resultaat.treffers.filter(({ kaart }) => kaart.voorbeeld);
    vulDeel("voorbeelden", voorbeelden.flatMap(({ kaart }, nr) => [nr ? ", " : "", kaartlink(kaart)]));
    toonLetOp(vraag);
    const past = treffers.length === 1 ? "1 past" : `${treffers.length} passen`;
    const telling = `${past}, waarvan ${treffers.filter(({ kaart }) => kaart.voorselectie).length} uit de voorselectie ★. ${misschien.length} misschien, ${netNiet.length} net niet.`;
    if (bij("telling").textContent !== telling) bij("telling").textContent = telling;
    bij("kort-antwoord").textContent = `${past}, ${misschien.length} misschien: bekijk`;
    bij("uw-vraag").textContent = `Gevraagd: ${vraagInWoorden(vraag)}.`;
    const mist = [...bewaard.values()].flat().some(({ deelname, letOp }) => deelname.geef.length || letOp.some(({ aanname }) => aanname?.startsWith("taal ")));
    bij("vul-verdeling").hidden = !mist;
    toonVergelijkknop();
    toonGekozen();
  };
  const toonGekozen = () => {
    for (const deel of vragenlijst.querySelectorAll("details:is(.meer, .lijst)")) {
      const woorden = deel.id === "meer-wensen" ? wensen.map(wensInWoorden) : [...deel.querySelectorAll("input, select")].filter((een) => een.name && een.name !== "samen").flatMap((een) => {
        if (een.type === "checkbox") return een.checked ? [label(een.name, een.value)] : [];
        return een.value.trim() && een.closest(".meer") === deel ? [een.tagName === "SELECT" ? een.selectedOptions[0].textContent.trim() : een.value.trim()] : [];
      });
      deel.querySelector(":scope > summary > .gekozen").textContent = woorden.length ? `: ${woorden.join(", ")}` : "";
    }
  };

  // --- side by side ------------------------------------------------------------------------------------

  const MEESTE = 4;
  const toonVergelijkknop = () => {
    const aantal = gekozen.size, kan = aantal >= 2 && aantal <= MEESTE;
    bij("vergelijk").setAttribute("aria-disabled", String(!kan));
    bij("vergelijk").textContent = aantal ? `Vergelijk (${aantal})` : "Vergelijk";
  };
  // The lines of one label or heading of a card.
  const vanKaart = (id, kop) => {
    const kaart = bij(`toon-${id}`);
    vulKaart(id);
    const term = [...kaart.querySelectorAll(".inhoud > dl > dt")].find((een) => een.textContent.trim().toLowerCase() === kop);
    const titel = [...kaart.querySelectorAll(".inhoud > h3")].find((een) => een.textContent.trim().toLowerCase() === kop);
    const delen = [];
    for (let een = (term ?? titel)?.nextElementSibling; een && een.tagName !== (term ? "DT" : "H3"); een = een.nextElementSibling)
      delen.push(term ? element("div", {}, [...een.cloneNode(true).childNodes]) : een.cloneNode(true));
    return delen.length ? delen : [NIET_GEPUBLICEERD];
  };
  const toonVergelijking = (ids) => {
    const beoordeeld = ids.map((id) => new motor.Beoordeeld(perId.get(id), nu.resultaat.eisen, motor.leesWensen(wensen)));
    const rijen = [];
    // What is known of each as a list of values, or of their parts; below zero is what may be the same. As `_verschilt` in Python.
    const isOngelijk = (een, ander) => [een].flat().some((deel, nr) => {
      const die = [ander].flat()[nr] ?? -1;
      return deel !== die && !(deel < 0) && !(die < 0);
    });
    const anders = (een, ander) => [[een, ander], [ander, een]].some(([deze, die]) => deze.some((feit) => die.every((elk) => isOngelijk(feit, elk))));
    const voegToe = (onderwerp, waarden, bekend) => {
      const verschilt = bekend.every(Boolean) && bekend.some((een, nr) => bekend.slice(nr + 1).some((ander) => anders(een, ander)));
      rijen.push([onderwerp + (verschilt ? " ≠" : ""), waarden]);
    };
    const slot = { past: "ja", misschien: "misschien", net_niet: "nee", niet: "nee" };
    if (nu.resultaat.eisen.length) voegToe("past", beoordeeld.map(({ slotsom }) => [slot[slotsom]]), beoordeeld.map(({ slotsom }) => [slotsom === "misschien" ? -1 : slot[slotsom]]));
    for (const [nr, { naam }] of nu.resultaat.eisen.entries()) {
      const redenen = beoordeeld.map((een) => een.redenVan(nr));
      voegToe(`past: ${naam}`, redenen.map(({ uitkomst, feit }) => [`${WOORDEN[uitkomst]}, ${feit.tekst}`, ...bronvermelding(feit)]), redenen.map(({ uitkomst }) => [uitkomst === ONBEKEND ? -1 : uitkomst]));
    }
    for (const [onderwerp, kop, per] of vergelijk) {
      if (onderwerp === "kosten" && nu.vraag.deelnemers)
        voegToe(`kosten voor ${nu.vraag.deelnemers}`, beoordeeld.map((een) => (["past", "misschien"].includes(een.slotsom) ? nu.reken(een).map((raming) => element("div", {}, hoofdletter(raming.zin), groepenInWoorden(raming))) : ["past niet bij uw vraag, en is dus niet uitgerekend"])), [null]);
      voegToe(onderwerp, ids.map((id) => (kop ? vanKaart(id, kop) : per[id].slice(1).map((tekst) => element("div", {}, tekst)))), ids.map((id) => per[id][0]));
    }
    const koppen = [cel({}), ...ids.map((id) => kolomkop(kaartlink(perId.get(id))))];
    const lijf = rijen.map(([onderwerp, waarden]) => rij({}, rijkop(hoofdletter(onderwerp)), waarden.map((waarde, nr) => cel({ "data-kop": perId.get(ids[nr]).naam }, waarde))));
    bij("vergelijken").querySelector(".inhoud").replaceChildren(
      element("div", { class: "schuif", tabindex: "0", role: "group", "aria-label": "Tabel: naast elkaar" }, tabel({ class: "naast-elkaar" }, koppen, lijf)));
  };

  // --- cards and topics ---------------------------------------------------------------------------------

  const kopVan = (plek, tekst) => [...plek.querySelectorAll("h3")].find((kop) => kop.textContent === tekst);
  const vulKaart = (id) => {
    const kaart = bij(`toon-${id}`), binnen = kaart.querySelector(".inhoud");
    if (kaart.querySelector(".sprong")) return;
    const [midden, slot] = inhoud[id], werkt = kopVan(binnen, "Werkt het?");
    if (werkt) werkt.insertAdjacentHTML("beforebegin", midden);
    else binnen.innerHTML = midden;
    binnen.insertAdjacentHTML("beforeend", slot);
    for (let een = kopVan(binnen, "Contact")?.nextElementSibling; een && een.tagName !== "H3"; een = een.nextElementSibling) belbaar(een);
    const koppen = [...binnen.querySelectorAll("h3")];
    koppen.forEach((kop, nr) => { kop.id = `${id}--${nr}`; kop.tabIndex = -1; });
    binnen.before(element("nav", { class: "sprong", "aria-label": `In ${perId.get(id).naam}` }, element("ul", {}, koppen.map((kop) =>
      element("li", {}, knop(kop.textContent, { class: "link" }, () => { kop.focus({ preventScroll: true }); kop.scrollIntoView(); }))))));
  };
  // Telephone numbers in what stands in a card become links; mail addresses are so already.
  const belbaar = (plek) => {
    const loper = document.createTreeWalker(plek, NodeFilter.SHOW_TEXT), teksten = [];
    while (loper.nextNode()) if (!loper.currentNode.parentElement.closest("a")) teksten.push(loper.currentNode);
    for (const tekst of teksten) tekst.replaceWith(...metLinks(tekst.data));
  };
  for (const [id, html] of Object.entries(uitleg)) {
    const plek = bij(`uitleg-${id}`), binnen = element("div", { class: "inhoud" });
    binnen.innerHTML = html;
    plek.replaceChildren(element("details", {}, element("summary", {}, plek.querySelector("h3")), binnen));
  }

  // --- the quality test ------------------------------------------------------------------------------------

  const ALLEEN = ["geen", "onbekend"];
  const toetsvragen = toets.criteria.flatMap((criterium) => criterium.vragen);
  const leesToets = (vraag) => new FormData(toetslijst).getAll(vraag).join(",");
  const uitCatalogus = () => toets.bekend[bij("toets-uit").value];
  const isEigenGroep = () => vlak(bij("toets-doelgroep").value || toets.doelgroep) === vlak(toets.doelgroep);
  const toonOordeel = () => {
    const gegeven = new FormData(toetslijst), doelgroep = gegeven.get("doelgroep").trim() || toets.doelgroep;
    for (const plek of document.querySelectorAll(".doelgroep")) plek.textContent = doelgroep;
    const vulIn = (tekst) => tekst.replaceAll("{doelgroep}", doelgroep);
    const leeg = !toetsvragen.some(({ id }) => gegeven.has(id));
    const uitslagen = toets.criteria.map((criterium) => {
      const sleutel = criterium.vragen.map(({ id }) => leesToets(id)).join("|");
      const [oordeel, kanWorden] = criterium.uitkomsten[sleutel];
      return { criterium, oordeel, kanWorden, uitspraak: criterium.uitspraken[oordeel] };
    });
    const eind = toets.eindoordelen[uitslagen.map(({ oordeel }) => oordeel).join(",")];
    const kan = toets.eindoordelen[uitslagen.map(({ kanWorden }) => kanWorden).join(",")];
    const voldaan = uitslagen.filter(({ oordeel }) => oordeel === "voldoet").length;
    const stippen = uitslagen.map(({ uitspraak }) => uitspraak.stip).join(""), naam = gegeven.get("naam").trim();
    const grond = uitCatalogus()?.grond && isEigenGroep() ? ` LOOP beoordeelde dit als geheel: voldoet [${uitCatalogus().grond}].` : "";
    const eindtekst = leeg
      ? `Nog geen vraag beantwoord.${grond}`
      : `${naam ? `${naam}: ` : ""}${stippen} ${voldaan} van ${uitslagen.length}. ${toets.oordelen[eind]}` +
        (kan === eind ? "" : ` Er staan nog vragen open. Met goede antwoorden kan het oordeel worden: ${kan.replace("_", " ")}.`) + grond;
    if (bij("eindoordeel").textContent !== eindtekst) bij("eindoordeel").textContent = eindtekst;
    bij("per-criterium").replaceChildren();
    if (leeg) return;
    for (const { criterium, uitspraak } of uitslagen)
      bij("per-criterium").append(element("h3", {}, `${uitspraak.stip} ${criterium.naam}: ${uitspraak.woord}`), element("p", {}, `${vulIn(uitspraak.reden)} ${vulIn(uitspraak.advies)}`));
    const nogOpen = toetsvragen.filter(({ id }) => ["", "onbekend"].includes(leesToets(id)));
    if (nogOpen.length) bij("per-criterium").append(element("h3", {}, "Nog na te vragen"), element("ul", {}, nogOpen.map(({ navragen }) => element("li", {}, vulIn(navragen)))));
  };
  // What the sources know of one intervention, for the group that they speak of.
  const vulToets = () => {
    const bekend = uitCatalogus(), id = bij("toets-uit").value, vertrouwd = isEigenGroep();
    if (id) bij("toets-naam").value = perId.get(id).naam;
    for (const { id: vraag } of toetsvragen) {
      const [antwoord, waarom, anderen] = bekend?.antwoorden[vraag] ?? ["", "", ""];
      const codes = vertrouwd ? antwoord.split(",") : [];
      for (const vakje of toetslijst.querySelectorAll(`[name="${vraag}"]`)) vakje.checked = codes.includes(vakje.value);
      bij(`waarom-${vraag}`).value = vertrouwd ? waarom : "";
      const plek = bij(`waarom-${vraag}`).closest("fieldset").querySelector(".anderen");
      plek.textContent = vertrouwd ? anderen : waarom && `Over ${toets.doelgroep}: ${antwoord}. ${waarom}`;
      plek.hidden = !plek.textContent;
    }
  };
  // "No evidence" and "unknown" each stand alone.
  const houdBewijsZuiver = ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    const alleen = ALLEEN.includes(target.value);
    for (const vakje of toetslijst.querySelectorAll("input[type=checkbox]"))
      if (vakje !== target && (alleen || ALLEEN.includes(vakje.value))) vakje.checked = false;
  };
  const alsToetsbestand = () => {
    const gegeven = new FormData(toetslijst), regels = [
      "# Kwaliteitstoets. Bekijk het oordeel met: lpi toets BESTAND",
      `naam: ${JSON.stringify(gegeven.get("naam").trim() || "onze interventie")}`,
      `doelgroep: ${JSON.stringify(gegeven.get("doelgroep").trim() || toets.doelgroep)}`,
      "antwoorden:",
      ...toetsvragen.map(({ id }) => `  ${id}: ${id === "bewijs" ? `[${leesToets(id).replaceAll(",", ", ")}]` : leesToets(id)}`.trimEnd()),
    ];
    const waarom = toetsvragen.filter(({ id }) => gegeven.get(`waarom-${id}`).trim());
    if (waarom.length) regels.push("toelichting:", ...waarom.map(({ id }) => `  ${id}: ${JSON.stringify(gegeven.get(`waarom-${id}`).trim())}`));
    return `${regels.join("\n")}\n`;
  };

  // --- the question as a file ------------------------------------------------------------------------------

  const alsVraagbestand = (vraag) => {
    const woord = (tekst) => JSON.stringify(tekst), regels = ["# Een vraag voor lpi. Gebruik haar met --vraag, zoals: lpi rapport --vraag BESTAND"];
    for (const naam of DELEN.filter((een) => vraag[een].length)) {
      const per = vraag.per[naam] ?? {};
      if (AAN_UIT.includes(naam)) regels.push(`${naam}: true`);
      else if (Object.keys(per).length) regels.push(`${naam}: {${vraag[naam].map((een) => `${woord(een)}: ${per[een] ?? "null"}`).join(", ")}}`);
      else regels.push(`${naam}: [${vraag[naam].map(woord).join(", ")}]`);
    }
    if (vraag.deelnemers) regels.push(`deelnemers: ${vraag.deelnemers}`);
    if (vraag.liefst.length) regels.push(`liefst: [${vraag.liefst.map(woord).join(", ")}]`);
    for (const [naam, waarde] of Object.entries(vraag.rekenen)) regels.push(`${naam}: ${waarde}`);
    return `${regels.join("\n")}\n`;
  };

  // --- the address: the answers and the place ---------------------------------------------------------------

  // The test asks for a group too, and for evidence, as the question does: of evidence no answers are the same.
  const inAdres = (naam) => (naam === "doelgroep" ? "toets-doelgroep" : naam);
  const alsAdres = (plek) => {
    const adres = new URLSearchParams(), { vraag } = nu;
    for (const naam of DELEN)
      for (const woord of vraag[naam]) {
        const aantal = vraag.per[naam]?.[woord];
        adres.append(naam, aantal ? `${woord}=${aantal}` : woord);
      }
    for (const naam of ["deelnemers", ...BEDRAGEN, ...AANTALLEN]) if (bij(naam).value.trim()) adres.set(naam, bij(naam).value.trim());
    for (const wens of wensen) adres.append("liefst", wens);
    const gegeven = new FormData(toetslijst);
    for (const naam of new Set(gegeven.keys())) {
      const waarde = gegeven.getAll(naam).filter(Boolean).join(",");
      if (waarde) adres.append(inAdres(naam), waarde);
    }
    if (plek.startsWith("vergelijken")) adres.set("naast", [...gekozen].join(","));
    const antwoorden = String(adres);
    if (!antwoorden) return plek === "kiezen" ? "" : plek;
    return plek === "kiezen" ? antwoorden : `${antwoorden}&plek=${plek}`;
  };
  const leesAdres = () => {
    const rauw = location.hash.slice(1);
    if (!rauw.includes("=")) return [new URLSearchParams(), rauw || "kiezen"];
    const adres = new URLSearchParams(rauw);
    const isToets = toetsvragen.some(({ id }) => id !== "bewijs" && adres.has(id)) && !DELEN.some((naam) => naam !== "bewijs" && adres.has(naam));
    return [adres, adres.get("plek") ?? (isToets ? "toetsen" : "kiezen")];
  };
  const zetVraag = (adres) => {
    vragenlijst.reset();
    for (const naam of Object.keys(verdeeld)) verdeeld[naam] = {};
    const los = [];
    for (const naam of MEERDERE) {
      const woorden = adres.getAll(naam).flatMap((tekst) => tekst.split(",")).map((tekst) => tekst.split("="));
      for (const [woord, aantal] of woorden) {
        if (aantal) verdeeld[naam][woord] = leesAantal(aantal, 100_000);
        const codes = naam === "doelgroep" ? woord.split("+") : [woord];
        const raak = vakjes(naam).filter(({ value }) => codes.includes(value));
        for (const vakje of raak) vakje.checked = true;
        if (naam === "doelgroep" && codes.length > 1) veld("samen")[0].checked = true;
        if (naam === "leeftijd" && !raak.length && woord) los.push(woord);
      }
    }
    bij("leeftijd-anders").value = los.join(", ");
    for (const naam of ["regio", "organisatie", "deelnemers", ...BEDRAGEN, ...AANTALLEN]) bij(naam).value = adres.get(naam) ?? "";
    bij("bewijs").value = adres.getAll("bewijs").find((code) => [...bij("bewijs").options].some(({ value }) => value === code)) ?? "";
    for (const naam of AAN_UIT) vakjes(naam)[0].checked = adres.get(naam) === "ja";
    wensen = eenmaal(adres.getAll("liefst")).filter((wens) => motor.leesEisen({ [wens.split("=")[0]]: [wens.split("=")[1] ?? "ja"] }).length);
    for (const invoer of toetslijst.elements) {
      if (!invoer.name) continue;
      const waarde = adres.getAll(inAdres(invoer.name)).join(",");
      if (invoer.type === "checkbox" || invoer.type === "radio") invoer.checked = waarde.split(",").includes(invoer.value);
      else invoer.value = waarde;
    }
    if (adres.has("naast")) {
      gekozen.clear();
      for (const id of adres.get("naast").split(",")) if (perId.has(id)) gekozen.add(id);
    }
  };

  // Shows one part of the page with what is asked for in sight, and says what to focus.
  const toonPlek = (gevraagd) => {
    let doel = document.getElementById(gevraagd) ?? bij("kiezen");
    if (!doel.closest(".beeld") || (doel.id === "vergelijken" && gekozen.size < 2)) doel = bij("kiezen");
    const beeld = doel.closest(".beeld");
    for (const een of document.querySelectorAll(".beeld")) een.classList.toggle("aan", een === beeld);
    for (const een of document.querySelectorAll(".kaart")) een.classList.toggle("aan", een === doel);
    bij("alle").classList.toggle("een", doel.matches(".kaart"));
    for (const een of document.querySelectorAll("nav a")) {
      if (een.hash === `#${beeld.id}`) een.setAttribute("aria-current", "page");
      else een.removeAttribute("aria-current");
    }
    if (doel.matches(".kaart")) vulKaart(doel.id.slice("toon-".length));
    if (doel.matches(".onderwerp")) doel.querySelector("details").open = true;
    if (beeld.id === "vergelijken") toonVergelijking([...gekozen].slice(0, MEESTE));
    document.title = `${doel.querySelector("h1, h2, summary")?.textContent ?? "Keuzehulp"} - Keuzehulp LPI`;
    return doel;
  };
  const gaNaar = (doel) => {
    const kop = doel.matches(".beeld, .kaart") ? doel.querySelector("h1, h2") : doel.matches(".onderwerp") ? doel.querySelector("summary") : doel;
    if (doel.matches(".beeld, .kaart")) scrollTo(0, 0);
    else doel.scrollIntoView();
    if (!kop.hasAttribute("tabindex") && !kop.matches("summary")) kop.tabIndex = -1;
    kop.focus({ preventScroll: true });
  };
  let plekNu = "kiezen";
  const bewaarAdres = () => history.replaceState(history.state, "", `#${alsAdres(plekNu)}`);
  const opent = (plek) => {
    history.replaceState({ y: scrollY, van: document.activeElement?.getAttribute?.("href") }, "");
    plekNu = plek;
    history.pushState({}, "", `#${alsAdres(plek)}`);
    gaNaar(toonPlek(plek));
  };

  const werkBij = () => {
    alles = false;
    toonAntwoord();
    bewaarAdres();
  };

  document.addEventListener("click", (klik) => {
    const link = klik.target.closest('a[href^="#"]');
    if (!link || klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
    const plek = link.getAttribute("href").slice(1);
    if (plek === "inhoud") return;
    klik.preventDefault();
    opent(plek);
  });
  // Show what the address says; returns what it points at.
  const toonAdres = () => {
    const [adres, plek] = leesAdres();
    plekNu = plek;
    zetVraag(adres);
    toonAntwoord();
    toonOordeel();
    return toonPlek(plek);
  };
  window.addEventListener("popstate", ({ state }) => {
    const doel = toonAdres();
    // Afterwards, since the browser itself ends a step in history with the focus nowhere.
    setTimeout(() => {
      if (state?.y === undefined) return gaNaar(doel);
      const van = state.van && [...doel.closest(".beeld").querySelectorAll("a")].find((link) => link.getAttribute("href") === state.van);
      van?.focus({ preventScroll: true });
      scrollTo(0, state.y);
    });
  });
  history.scrollRestoration = "manual";

  for (const lijst of [vragenlijst, toetslijst]) lijst.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  vragenlijst.addEventListener("input", ({ target }) => {
    if (target.id !== "wens") werkBij();
  });
  vragenlijst.addEventListener("focusout", () => setTimeout(toonFouten));
  vragenlijst.addEventListener("reset", ({ isTrusted }) => {
    if (!isTrusted) return;
    wensen = [];
    setTimeout(werkBij);
  });
  toetslijst.addEventListener("input", (gebeurtenis) => {
    houdBewijsZuiver(gebeurtenis);
    if (gebeurtenis.target.id === "toets-uit") vulToets();
    toonOordeel();
    bewaarAdres();
  });
  bij("toets-doelgroep").addEventListener("change", () => {
    if (!uitCatalogus()) return;
    vulToets();
    toonOordeel();
  });
  toetslijst.addEventListener("reset", ({ isTrusted }) => isTrusted && setTimeout(() => { toonOordeel(); bewaarAdres(); }));
  bij("sorteer").replaceChildren(...Object.entries(VOLGORDEN).map(([code, [tekst]]) => element("option", { value: code }, tekst)));
  bij("sorteer").addEventListener("change", toonAntwoord);
  bij("voeg-wens-toe").addEventListener("click", () => {
    wensen = eenmaal([...wensen, bij("wens").value]);
    werkBij();
  });
  bij("vergelijk").addEventListener("click", () => {
    if (gekozen.size >= 2 && gekozen.size <= MEESTE) opent("vergelijken");
    else meldGedaan("Vink er twee, drie of vier aan in de lijst.");
  });
  bij("kopieer").addEventListener("click", async () => {
    bewaarAdres();
    await navigator.clipboard.writeText(location.href).then(() => meldGedaan("De link is gekopieerd."), () => meldGedaan("Kopiëren lukt niet; kopieer het adres boven in uw browser."));
  });
  bij("bewaar").addEventListener("click", () => bewaarBestand("vraag.yaml", alsVraagbestand(nu.vraag)));
  bij("bewaar-toets").addEventListener("click", () => bewaarBestand("toets.yaml", alsToetsbestand()));
  bij("druk-af").addEventListener("click", () => window.print());
  const plaatsen = Object.values(gegevens.plaatsen).flat();
  bij("plaatsen").replaceChildren(...plaatsen.map(([plaats]) => element("option", { value: plaats })));

  bij("vul-verdeling").querySelector("button").addEventListener("click", () => {
    bij("meer-kosten").open = true;
    bij("verdeling").querySelector("input").focus();
  });
  // A language is also called as those call it who speak it.
  const taalnaam = (code, inTaal) => new Intl.DisplayNames([inTaal], { type: "language", fallback: "none" }).of(code);
  for (const vakje of vakjes("taal")) {
    const code = vakje.value, naam = taalnaam(code, code);
    const isEigen = naam && vlak(naam) !== vlak(label("taal", code)) && (code === "en" || naam !== taalnaam(code, "en"));
    if (isEigen) vakje.parentElement.append(element("span", { lang: code, dir: "auto", class: "zacht" }, naam));
  }
  vulWenskeuze();
  const doel = toonAdres();
  if (doel.id !== "kiezen") gaNaar(doel);
})().catch((fout) => { document.getElementById("te-oud").hidden = false; throw fout; });
