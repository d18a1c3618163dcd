"use strict";
// The engine of the page: it joins, per variant, what lpi worked out for every word, and computes costs from the
// published prices. Each part follows a module of lpi_cli.kern, and a test holds the two equal. It knows nothing of the page.

const PAST_NIET = 0, ONBEKEND = 1, PAST = 2;
const eenmaal = (lijst) => [...new Set(lijst)];
const opsomming = (delen) => (delen.length < 2 ? delen.join("") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`);
const som = (getallen) => getallen.reduce((a, b) => a + b, 0);
const vlak = (tekst) =>
  tekst.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^0-9a-z+]+/g, " ").trim();

// --- exact numbers: whole hundred-millionths (kern/zinnen, kern/kosten) --------------------

const EEN = 100_000_000n;
const exact = (tekst) => {
  const [heel, rest = ""] = String(tekst).split(".");
  return BigInt(heel + rest.padEnd(8, "0").slice(0, 8));
};
const duizendtallen = (cijfers) => cijfers.replace(/\B(?=(\d{3})+$)/g, ".");
// A number the Dutch way, without needless decimals.
const getal = (waarde) => {
  const rest = (waarde % EEN).toString().padStart(8, "0").replace(/0+$/, "");
  return duizendtallen((waarde / EEN).toString()) + (rest && `,${rest}`);
};
const heel = (aantal) => duizendtallen(String(aantal));
const tussen = (van, tot) => (van === tot ? van : `${van}-${tot}`);
// Cents of a fraction, rounded half up.
const centen = ({ teller, noemer }) => (teller * 200n + noemer * EEN) / (2n * noemer * EEN);
const breuk = (teller, noemer = 1n) => ({ teller, noemer });
const kleiner = (a, b) => a.teller * b.noemer < b.teller * a.noemer;
const euro = (cent) => `€\u00a0${duizendtallen((cent / 100n).toString())},${(cent % 100n).toString().padStart(2, "0")}`;
const grootste = (a, b) => (a > b ? a : b);

// An amount as people type it: exact, or nothing when it is none.
const leesEuro = (tekst, ookNul = false) => {
  let kaal = tekst.replace("€", "").trim().replace(/,-+$/, "");
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(kaal)) kaal = kaal.replaceAll(".", "");
  return /^\d{1,9}([.,]\d{1,2})?$/.test(kaal) && (ookNul || exact(kaal.replace(",", "."))) ? kaal.replace(",", ".") : undefined;
};
const leesAantal = (tekst, meeste) => (/^\d{1,9}$/.test(tekst) && Number(tekst) >= 1 && Number(tekst) <= meeste ? Number(tekst) : undefined);

// --- ages (kern/leeftijd) -------------------------------------------------------------------

const ZONDER_EINDE = 1000, OUDSTE = 120;
const boven = (tot) => tot ?? ZONDER_EINDE;
const pastLeeftijd = (wens, voor, [van, tot]) => {
  if (wens.voor.length) return wens.voor.includes(voor);
  if (wens.van === wens.tot) return (van ?? 0) <= wens.van && wens.van <= boven(tot);
  return Math.max(wens.van, van ?? 0) < Math.min(boven(wens.tot), boven(tot));
};
const samengevoegd = (bereiken) => {
  const delen = [];
  for (const [van, tot] of bereiken.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const vorige = delen.at(-1);
    if (vorige && van <= vorige[1]) vorige[1] = Math.max(vorige[1], tot);
    else delen.push([van, tot]);
  }
  return delen;
};
const bereiknaam = ([van, tot]) => (tot === ZONDER_EINDE ? `${van}+` : van === tot ? `${van}` : `${van}-${tot}`);
// The part of the asked ages that is covered; null when that is all of it.
const dekkingVan = (wensen, varianten) => {
  const aanbod = varianten.map(({ leeftijd }) => leeftijd).filter(Boolean).map(([van, tot]) => [van ?? 0, boven(tot)]);
  const bereiken = wensen.filter(({ voor }) => !voor.length).map(({ van, tot }) => [van, boven(tot)]);
  const delen = samengevoegd(bereiken);
  const los = bereiken.filter(([van, tot]) => van === tot && !delen.some((deel) => deel[0] <= van && van <= deel[1]));
  const gevraagd = [...delen, ...new Map(los.map((een) => [een[0], een])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const gedekt = gevraagd.flatMap((vraag) => {
    if (vraag[0] === vraag[1]) return aanbod.some(([van, tot]) => van <= vraag[0] && vraag[0] <= tot) ? [[vraag, vraag]] : [];
    return samengevoegd(aanbod.map(([van, tot]) => [Math.max(vraag[0], van), Math.min(vraag[1], tot)])).map((deel) => [vraag, deel]);
  });
  const anderen = wensen.filter(({ voor }) => voor.length);
  const gedekte = anderen.filter(({ voor }) => varianten.some((variant) => voor.includes(variant.voor))).map(({ tekst }) => tekst);
  if (String(gedekt.map(([, deel]) => deel)) === String(gevraagd) && gedekte.length === anderen.length) return null;
  if (!gedekt.length && !gedekte.length) return null;
  const inWoorden = ([vraag, deel]) => {
    if (deel[0] > vraag[0] && deel[1] === vraag[1]) return `vanaf ${deel[0]} jaar`;
    return deel[1] === ZONDER_EINDE ? `${deel[0]} jaar en ouder` : `${bereiknaam(deel)} jaar`;
  };
  return { code: [...gedekt.map(([, deel]) => bereiknaam(deel)), ...gedekte].join(", "), tekst: [...gedekt.map(inWoorden), ...gedekte].join(", ") };
};

// --- facts (kern/oordeel) -------------------------------------------------------------------

const aaneen = (feiten) => (feiten.length > 1 && feiten.some((feit) => /[,:(]/.test(feit)) ? feiten.join("; ") : opsomming(feiten));
const NIET_GEPUBLICEERD = "niet gepubliceerd";
const eenOnbekend = (feiten) => {
  const uitleg = feiten.map(({ tekst }) => tekst.slice(`${NIET_GEPUBLICEERD} (`.length, -1)).filter(Boolean);
  return {
    tekst: uitleg.length ? `${NIET_GEPUBLICEERD} (${uitleg.join("; ")})` : NIET_GEPUBLICEERD,
    kort: NIET_GEPUBLICEERD,
    bronnen: eenmaal(feiten.flatMap(({ bronnen }) => bronnen)),
    gezegd: false,
  };
};
const samen = (feiten) => {
  const per = new Map(feiten.map((feit) => [feit.tekst, feit]));
  const alle = [...per.values()];
  if (alle.length === 1) return alle[0];
  const onbekend = alle.filter(({ gezegd }) => !gezegd);
  if (onbekend.length > 1) return samen([...alle.filter(({ gezegd }) => gezegd), eenOnbekend(onbekend)]);
  return {
    tekst: aaneen([...per.keys()]),
    kort: aaneen(eenmaal(alle.map(({ kort, tekst }) => kort ?? tekst))),
    bronnen: eenmaal(alle.flatMap(({ bronnen }) => bronnen)),
    gezegd: true,
  };
};
const feitVan = (paren, noem, van) => {
  if (!noem || van === 1) return samen(paren.map(([, feit]) => feit));
  const per = new Map();
  for (const [naam, feit] of paren) per.set(feit.tekst, [...(per.get(feit.tekst) ?? []), [naam, feit]]);
  return samen(
    [...per].map(([tekst, gelijk]) => ({
      tekst: `${tekst} (${opsomming(gelijk.map(([naam]) => naam))})`,
      kort: gelijk[0][1].kort,
      bronnen: eenmaal(gelijk.flatMap(([, { bronnen }]) => bronnen)),
      gezegd: true,
    })),
  );
};
const openInWoorden = (redenen) => {
  const per = new Map();
  for (const { onderdeel, feit } of redenen) per.set(feit.kort ?? feit.tekst, [...(per.get(feit.kort ?? feit.tekst) ?? []), onderdeel]);
  return [...per].map(([feit, onderdelen]) => `${opsomming(onderdelen)} ${feit}`).join("; ");
};
const weeg = (rijen) => {
  const tel = (rij, wat) => rij.filter((een) => een === wat).length;
  const tekort = rijen.map((rij) => tel(rij, PAST_NIET) * 1000 + tel(rij, ONBEKEND));
  const minst = Math.min(...tekort), niet = Math.floor(minst / 1000), onbekend = minst % 1000;
  let naaste = [...rijen.keys()].filter((nr) => tekort[nr] === minst);
  if (niet) naaste = naaste.filter((nr) => String(rijen[nr]) === String(rijen[naaste[0]]));
  const delen = [...rijen[0].keys()];
  const met = (wat) => delen.filter((nr) => naaste.some((variant) => rijen[variant][nr] === wat));
  const dichtbij = niet === 1 && delen.length - niet - onbekend > onbekend;
  const slotsom = niet ? (dichtbij ? "net_niet" : "niet") : onbekend ? "misschien" : "past";
  return { slotsom, varianten: naaste, open: met(ONBEKEND), uitgesloten: met(PAST_NIET) };
};

// --- groups of people (kern/groepen) ----------------------------------------------------------

const aantalGroepen = (mensen, hoogste) => Math.ceil(mensen / hoogste);
const groepenPerTaal = (mensen, talen, hoogste) => {
  const minste = talen.map(([van]) => aantalGroepen(van, hoogste));
  const rest = mensen - som(talen.map(([van]) => van));
  return [som(minste) + zoMinMogelijk(rest, talen, minste, hoogste), som(minste) + zoVeelMogelijk(rest, talen, minste, hoogste)];
};
const zoMinMogelijk = (over, talen, minste, hoogste) => {
  let rest = over - som(talen.map(([van, tot], nr) => Math.min(tot, minste[nr] * hoogste) - van));
  const plaatsen = talen.map(([, tot], nr) => Math.max(0, tot - minste[nr] * hoogste));
  const vol = som(plaatsen.map((ruimte) => Math.floor(ruimte / hoogste)));
  if (rest <= vol * hoogste) return Math.max(0, aantalGroepen(rest, hoogste));
  let meer = vol;
  rest -= vol * hoogste;
  for (const deel of plaatsen.map((ruimte) => ruimte % hoogste).sort((a, b) => b - a)) {
    if (rest <= 0) break;
    meer += 1;
    rest -= deel;
  }
  return meer;
};
const zoVeelMogelijk = (over, talen, minste, hoogste) => {
  let rest = over, meer = 0, verder = 0;
  const paren = talen.map(([van, tot], nr) => [minste[nr] * hoogste + 1 - van, van, tot]);
  for (const [eerste, van, tot] of paren.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]))
    if (eerste <= Math.min(rest, tot - van)) {
      meer += 1;
      rest -= eerste;
      verder += Math.floor((tot - van - eerste) / hoogste);
    }
  return meer + Math.min(Math.floor(rest / hoogste), verder);
};

const maakMotor = (gegevens) => {
  const { filters, woorden, rijen, regio, leeftijden, patronen, talen, meldingen, vast, kaarten } = gegevens;
  const feiten = gegevens.feiten.map(([tekst, kort, bronnen, gezegd]) => ({ tekst, kort, bronnen, gezegd }));

  // --- the parts of a question (kern/filters) -------------------------------------------------

  const plaatsnamen = {}; // what one may type → place and province; a place goes before a province
  for (const [naam, code] of Object.entries(gegevens.provincies)) plaatsnamen[naam] = [null, code];
  for (const [code, plaatsen] of Object.entries(gegevens.plaatsen))
    for (const namen of plaatsen) for (const naam of namen) plaatsnamen[vlak(naam)] = [namen[0], code || null];

  const uitRij = (nr) => [nr % 3, feiten[Math.floor(nr / 3)]];
  const vasteFilter = (naam) => {
    const plek = new Map(woorden[naam].map((woord, nr) => [woord, nr])), kolom = Object.keys(woorden).indexOf(naam);
    return {
      lees: (woord) => plek.get(woord),
      oordeel: (nr, kaart, variant) => uitRij(rijen[naam][variant.rijen[kolom]][nr]),
    };
  };
  const leesLeeftijd = (woord) => {
    const gezocht = vlak(woord), kaal = woord.trim().toLowerCase();
    for (const [tekst, { namen, van, tot, voor }] of Object.entries(leeftijden)) if (namen.includes(gezocht)) return { tekst, van, tot, voor };
    const bereiken = [(van, tot) => [van, tot], (van) => [van, null], (tot) => [0, tot], (jaar) => [jaar, jaar]];
    for (const [nr, patroon] of patronen.entries()) {
      const gevonden = kaal.match(new RegExp(`^(?:${patroon})$`));
      if (!gevonden) continue;
      const [van, tot] = bereiken[nr](...gevonden.slice(1).filter((jaar) => jaar !== undefined).map(Number));
      if (Math.max(van, tot ?? 0) > OUDSTE || (tot !== null && van > tot)) return undefined;
      return { tekst: tot === null ? `${van}+` : van === tot ? `${van}` : `${van}-${tot}`, van, tot, voor: [] };
    }
    return undefined;
  };
  const buitenKader = (wens, { kader }) => kader !== null && !pastLeeftijd(wens, "deelnemers", kader);
  const oordeelLeeftijd = (wens, kaart, variant) => {
    const [voor, leeftijd, buiten] = variant.feiten.map((nr) => feiten[nr]);
    const isBuiten = !variant.leeftijd && buitenKader(wens, variant);
    const feit = wens.voor.length && variant.voor !== "deelnemers" ? voor : isBuiten ? buiten : leeftijd;
    if (!wens.voor.length && !variant.leeftijd) return [isBuiten ? PAST_NIET : ONBEKEND, feit];
    return [pastLeeftijd(wens, variant.voor, variant.leeftijd ?? [null, null]) ? PAST : PAST_NIET, feit];
  };
  const soorten = {
    leeftijd: { lees: leesLeeftijd, tekst: ({ tekst }) => tekst, oordeel: oordeelLeeftijd },
    regio: {
      lees: (woord) => plaatsnamen[vlak(woord)],
      tekst: ([plaats, provincie]) => plaats ?? (plaatsnamen[vlak(provincie)][0] === null ? provincie : `provincie ${provincie}`),
      oordeel: ([plaats, provincie], kaart) => {
        const rij = regio[kaart.regio];
        return uitRij(plaats === null ? rij[provincie] : (rij[plaats] ?? rij[`*${provincie ?? ""}`]));
      },
    },
    organisatie: {
      lees: (woord) => (vlak(woord) ? woord : undefined),
      tekst: (woord) => woord,
      oordeel: (woord, kaart) => [kaart.organisatie.includes(vlak(woord).replaceAll(" ", "")) ? PAST : PAST_NIET, feiten[kaart.aanbieder]],
    },
  };
  for (const naam of Object.keys(woorden)) soorten[naam] = { ...vasteFilter(naam), tekst: (nr) => woorden[naam][nr] };

  const leesWaarde = (naam, woord) => {
    const { lees, tekst } = soorten[naam];
    const geheel = lees(woord);
    const delen = geheel === undefined ? woord.split("+").filter(vlak).map(lees) : [geheel];
    if (delen.includes(undefined) || !delen.length) return undefined;
    return { woord: delen.map(tekst).join("+"), delen };
  };
  const uitkomstVanWaarde = (naam, { delen }, kaart, variant) => Math.min(...delen.map((wens) => soorten[naam].oordeel(wens, kaart, variant)[0]));
  const uitkomst = ({ naam, waarden }, kaart, variant) => Math.max(...waarden.map((een) => uitkomstVanWaarde(naam, een, kaart, variant)));
  const feit = (eis, kaart, variant) => {
    const beslist = uitkomst(eis, kaart, variant);
    return samen(
      eis.waarden
        .filter((waarde) => uitkomstVanWaarde(eis.naam, waarde, kaart, variant) === beslist)
        .flatMap(({ delen }) => delen.map((wens) => soorten[eis.naam].oordeel(wens, kaart, variant)))
        .filter(([een]) => een === beslist)
        .map(([, een]) => een),
    );
  };
  // The parts that are asked, in the order of lpi; words that it does not know count for nothing.
  const leesEisen = (vraag) =>
    filters
      .map(({ naam, noem }) => ({ naam, noem, waarden: (vraag[naam] ?? []).map((woord) => leesWaarde(naam, woord)).filter(Boolean) }))
      .filter(({ waarden }) => waarden.length);
  const leesWensen = (liefst) =>
    liefst.map((tekst) => {
      const [naam, ...rest] = tekst.split("="), woord = rest.join("=") || "ja";
      return { tekst, eis: leesEisen({ [naam]: [woord] })[0] };
    });

  // --- searching (kern/zoek) ------------------------------------------------------------------

  // To whom a source limits these variants; what they share is said once.
  const beperkingVan = (varianten) => {
    const gedeeld = varianten[0].beperking.filter((wie) => varianten.every(({ beperking }) => beperking.includes(wie)));
    if (gedeeld.length) {
      const verschilt = varianten.some(({ beperking }) => beperking.length > gedeeld.length);
      return opsomming(gedeeld) + (verschilt ? ", verder per variant verschillend" : "");
    }
    const groepen = eenmaal(varianten.map(({ beperking }) => opsomming(beperking))).filter(Boolean);
    const namen = (wie) => varianten.filter(({ beperking }) => opsomming(beperking) === wie).map(({ naam }) => naam);
    return groepen.map((wie) => `${wie} (${opsomming(namen(wie))})`).join("; ");
  };

  class Beoordeeld {
    constructor(kaart, eisen, wensen) {
      this.kaart = kaart;
      this.eisen = eisen;
      this.gewenst = wensen;
      const weging = eisen.length
        ? weeg(kaart.varianten.map((variant) => eisen.map((eis) => uitkomst(eis, kaart, variant))))
        : { slotsom: "past", varianten: [...kaart.varianten.keys()], open: [], uitgesloten: [] };
      Object.assign(this, weging);
      this.welke = this.varianten.map((nr) => kaart.varianten[nr]);
    }
    #reden(onderdeel, eis, kies) {
      const per = this.welke.map((variant) => [variant, uitkomst(eis, this.kaart, variant)]);
      const beslist = kies(...per.map(([, een]) => een));
      const over = per.filter(([, een]) => een === beslist);
      const noem = (kies === Math.max && over.length < per.length) || (eis.noem && beslist === PAST);
      const paren = over.map(([variant]) => [variant.naam, feit(eis, this.kaart, variant)]);
      return { onderdeel, uitkomst: beslist, feit: feitVan(paren, noem, this.kaart.varianten.length) };
    }
    get redenen() {
      const welke = this.slotsom === "net_niet" || this.slotsom === "niet" ? [...this.uitgesloten, ...this.open] : [...this.eisen.keys()];
      return welke.map((nr) => this.redenVan(nr));
    }
    // Of one part of the question, whatever the verdict is.
    redenVan(nr) {
      return this.#reden(this.eisen[nr].naam, this.eisen[nr], Math.min);
    }
    get vraagNa() {
      return this.redenen.filter((reden) => reden.uitkomst === ONBEKEND);
    }
    get wensen() {
      return this.gewenst.map(({ tekst, eis }) => this.#reden(tekst, eis, Math.max));
    }
    get opWensen() {
      return this.gewenst.map(({ eis }) => -Math.max(...this.welke.map((variant) => uitkomst(eis, this.kaart, variant))));
    }
    get dekking() {
      const eis = this.eisen.find(({ naam }) => naam === "leeftijd");
      return eis ? dekkingVan(eis.waarden.flatMap(({ delen }) => delen), this.welke) : null;
    }
    get dekkingTaal() {
      const eis = this.eisen.find(({ naam }) => naam === "taal");
      if (!eis) return null;
      const past = (waarde) => this.welke.some((variant) => uitkomstVanWaarde("taal", waarde, this.kaart, variant) === PAST);
      const gedekt = eis.waarden.filter(past).map(({ woord }) => woord);
      return gedekt.length === 0 || gedekt.length === eis.waarden.length ? null : gedekt;
    }
    get beperking() {
      return beperkingVan(this.welke);
    }
  }

  const opVolgorde = (a, b) => a.map((een, nr) => een - b[nr]).find((verschil) => verschil) ?? 0;
  const zoek = (vraag) => {
    const eisen = leesEisen(vraag), wensen = leesWensen(vraag.liefst ?? []);
    const alle = kaarten.map((kaart) => new Beoordeeld(kaart, eisen, wensen));
    const met = (wat) => {
      const gevonden = alle.filter(({ slotsom }) => slotsom === wat);
      if (!wensen.length || wat === "net_niet") return gevonden;
      return gevonden.map((een) => [een.opWensen, een]).sort((a, b) => opVolgorde(a[0], b[0])).map(([, een]) => een);
    };
    return { eisen, treffers: met("past"), misschien: met("misschien"), netNiet: met("net_niet") };
  };

  // --- who counts (kern/deelname) ---------------------------------------------------------------

  const somOf = (delen) => (delen.some(({ mensen }) => mensen === null) ? null : som(delen.map(({ mensen }) => mensen)));
  const helftVan = (eis, per, kaart, varianten) => {
    const delen = [...new Map(eis.waarden.map((een) => [een.woord, een])).values()].map((waarde) => ({
      ...waarde,
      naam: eis.naam === "taal" ? (talen[waarde.woord] ?? waarde.woord) : waarde.woord,
      mensen: per[waarde.woord] ?? null,
      beste: Math.max(...varianten.map((variant) => uitkomstVanWaarde(eis.naam, waarde, kaart, variant))),
    }));
    const beste = Math.max(...delen.map((deel) => deel.beste));
    return {
      optie: eis.naam,
      mee: delen.filter((deel) => deel.beste === beste),
      af: delen.filter((deel) => deel.beste !== beste),
      isOnbekend: beste !== ONBEKEND && delen.some((deel) => deel.beste === ONBEKEND),
    };
  };
  const talenVan = (helften, aantal, mensen) => {
    const helft = helften.find(({ optie }) => optie === "taal");
    if (!helft || mensen === null) return [];
    const anders = helft.af.length ? 0 : aantal - mensen;
    const zonder = helft.mee.filter((deel) => deel.mensen === null).length;
    const rest = mensen + anders - som(helft.mee.map((deel) => deel.mensen ?? 0));
    const minste = rest >= zonder ? 1 : 0;
    const open = [minste, rest - minste * Math.max(0, zonder - 1)];
    const grenzen = helft.mee.map((deel) => (deel.mensen === null ? open : [deel.mensen, deel.mensen]));
    return grenzen.map(([van, tot]) => [Math.max(0, van - anders), Math.min(tot, mensen)]);
  };
  const wieVan = (eisen, vraag) => (kaart, varianten) => {
    const helften = ["leeftijd", "taal"].flatMap((naam) => eisen.filter((eis) => eis.naam === naam)).map((eis) => helftVan(eis, vraag.per?.[eis.naam] ?? {}, kaart, varianten));
    const aantal = vraag.deelnemers, deels = helften.filter(({ af }) => af.length);
    const tellingen = deels.map(({ mee, af }) => somOf(mee) ?? (somOf(af) === null ? null : aantal - somOf(af)));
    const mensen = deels.length === 1 ? tellingen[0] : deels.length ? null : aantal;
    const weggelaten = deels.flatMap(({ mee, af, isOnbekend }) => {
      const bij = isOnbekend ? " (niet bekend of het kan)" : "";
      if (somOf(af) === null && somOf(mee) !== null) return [{ wat: af.map(({ naam }) => naam).join(" en ") + bij, aantal: aantal - somOf(mee) }];
      return af.map((deel) => ({ wat: deel.naam + bij, aantal: deel.mensen }));
    });
    const wensen = helften.filter(({ optie }) => optie === "leeftijd").flatMap(({ mee }) => mee.flatMap(({ delen }) => delen));
    return {
      mensen,
      talen: talenVan(helften, aantal, mensen),
      weggelaten,
      geef: deels.flatMap(({ optie, mee }, nr) => (tellingen[nr] === null ? mee.filter((deel) => deel.mensen === null).map(({ woord }) => `${optie} ${woord.includes(" ") ? `"${woord}"` : woord}=AANTAL`) : [])),
      dekking: wensen.length ? dekkingVan(wensen, varianten) : null,
    };
  };
  // Why numbers of people do not add up; nothing when they do.
  const tegenspraak = (vraag) => {
    const per = Object.entries(vraag.per ?? {}).filter(([, aantallen]) => Object.keys(aantallen).length);
    const volledig = ([naam, aantallen]) => vraag[naam].length === Object.keys(aantallen).length;
    const samen_ = ([, aantallen]) => som(Object.values(aantallen));
    const aantal = vraag.deelnemers ?? per.filter(volledig).map(samen_)[0] ?? null;
    const fout = per.find((een) => aantal !== null && (volledig(een) ? samen_(een) !== aantal : samen_(een) >= aantal));
    if (!fout) return { aantal };
    const delen = Object.values(fout[1]);
    const optelling = delen.length > 1 ? `${delen.join(" + ")} is ${samen_(fout)}` : `het aantal is ${samen_(fout)}`;
    return { aantal, fout: `${fout[0]}: ${optelling} mensen${volledig(fout) ? "" : ", zonder wie geen aantal heeft"}, en het aantal mensen is ${aantal}. Maak ze gelijk, of laat het aantal mensen leeg.` };
  };

  // --- one price for one variant (kern/rekening) --------------------------------------------------

  const melding = (nr, n) => {
    const [soort, tekst, aanname, open] = meldingen[nr];
    return { soort, tekst: tekst.replaceAll("{n}", n), aanname, open };
  };
  const bedragen = (paar, keer) => paar.map((bedrag, nr) => exact(bedrag) * BigInt(keer[nr]));
  const telOp = (lijst) => {
    const bekend = lijst.filter(Boolean);
    return bekend.length ? [0, 1].map((nr) => bekend.reduce((a, b) => a + b[nr], 0n)) : null;
  };

  class Raming {
    constructor(kaart, variant, keuze, deelname, aannames) {
      Object.assign(this, { kaart, variant, keuze, deelname, aannames, mensen: deelname.mensen, wat: keuze.wat, letOp: [] });
      this.status = keuze.status;
      this.#meldDeelname();
      this.#meld(...keuze.kosteloos);
      [this.totaal, this.ondergrens] = { op_aanvraag: () => [null, false], kosteloos: () => this.#gratis() }[keuze.status]?.() ?? this.#betaald();
      if (this.status === "deels" && !this.ondergrens) this.status = "bekend";
      this.teKlein = this.#meldGroepen();
      if (this.totaal && this.ondergrens) this.#meld(vast.ondergrens);
      this.#meld(...keuze.slot);
      this.groepen = this.#groepen(keuze.posten[0]);
      this.isKosteloos = this.status === "kosteloos" && this.totaal !== null && !this.totaal[1];
      const isDeelbaar = this.totaal && this.mensen && (this.isKosteloos || !keuze.geheel);
      this.perDeelnemer = isDeelbaar ? this.totaal.map((bedrag) => breuk(bedrag, BigInt(this.mensen))) : null;
      this.budget = this.#budget();
      const alleen = beperkingVan(keuze.geheel ? kaart.varianten : [variant]);
      if (alleen) this.#voegToe({ soort: "DEKKING", tekst: `alleen voor ${alleen}`, aanname: null, open: false });
    }
    #meld(...nummers) {
      for (const nr of nummers) this.#voegToe(melding(nr, ""));
    }
    #voegToe(een) {
      if (!this.letOp.some((ander) => ander.tekst === een.tekst && ander.soort === een.soort && ander.aanname === een.aanname && ander.open === een.open)) this.letOp.push(een);
    }
    #meldDeelname() {
      const { weggelaten, mensen, geef, dekking } = this.deelname;
      if (weggelaten.length) {
        const weg = opsomming(weggelaten.map(({ wat, aantal }) => (aantal === null ? wat : `${wat} (${aantal})`)));
        let tekst = `gerekend voor ${mensen} mensen, zonder ${weg}`;
        if (this.keuze.geheel) tekst = `niet voor ${weg}`;
        else if (mensen === null) tekst = `niet voor ${weg}; voor hoeveel mensen dan wel, is niet gegeven`;
        this.#voegToe({ soort: "MENSEN", tekst, aanname: geef.length && !this.keuze.geheel ? geef.join(" --") : null, open: false });
      }
      if (dekking) this.#voegToe({ soort: "DEKKING", tekst: `dekt van de gevraagde leeftijd alleen: ${dekking.tekst}`, aanname: null, open: true });
    }
    #gratis() {
      const delen = [[0n, 0n], ...this.#tolk()];
      return [telOp(delen), delen.includes(null)];
    }
    #betaald() {
      const { keuze, variant } = this;
      const betaald = keuze.posten.filter(({ gratis }) => !gratis);
      const delen = [...betaald.map((post) => this.#postBedrag(post)), ...this.#tolk()];
      const uren = variant.keren_minstens && keuze.posten.some(({ telt }) => telt === "bijeenkomst");
      const meer = betaald.some((post) => (post.minste !== null && this.#nodig(post) === null) || post.telt === "begeleider");
      this.#meld(...keuze.niet_geteld);
      return [telOp(delen), keuze.ernaast || delen.includes(null) || uren || meer || (keuze.status === "deels" && keuze.erbij)];
    }
    #hoogste(post) {
      return (post?.groep ? post.groep[0] : this.variant.groep?.[1]) ?? this.aannames.groepsgrootte ?? null;
    }
    #groepen(post) {
      const hoogste = this.#hoogste(post), { mensen } = this, { talen: per } = this.deelname;
      if (!this.variant.in_groepen || hoogste === null || mensen === null) return null;
      if (per.length > 1 && this.variant.per_taal) return groepenPerTaal(mensen, per, hoogste);
      return [aantalGroepen(mensen, hoogste), aantalGroepen(mensen, hoogste)];
    }
    #reeksen(post) {
      if (this.variant.in_groepen) return this.#groepen(post);
      return this.mensen === null ? null : [this.mensen, this.mensen];
    }
    #keren() {
      const gegeven = this.aannames.bijeenkomsten;
      return this.variant.keren ?? (gegeven ? [gegeven, gegeven] : null);
    }
    #nodig(post) {
      const precies = (aantal) => (aantal == null ? null : [aantal, aantal]);
      switch (post.telt) {
        case "groep":
        case "begeleider":
          return this.#groepen(post);
        case "deelnemer":
          return precies(this.mensen);
        case "gezin":
          return precies(this.mensen === null ? null : this.aannames.gezinnen);
        case "bijeenkomst": {
          const reeksen = this.#reeksen(post), keren = this.#keren();
          return reeksen && keren && [reeksen[0] * keren[0], reeksen[1] * keren[1]];
        }
        case "geheel":
          return [1, 1];
        default:
          return null;
      }
    }
    #aantal(post) {
      const nodig = this.#nodig(post), { minste } = post;
      this.#meldEenheid(post);
      if (this.mensen === null && nodig === null) return null;
      if (!minste || (nodig && nodig[0] >= minste)) return nodig;
      this.#meld(...post.minste_afname);
      return [minste, Math.max(minste, nodig ? nodig[1] : minste)];
    }
    #meldEenheid(post) {
      if (["groep", "begeleider", "bijeenkomst"].includes(post.telt)) {
        if (!this.variant.in_groepen) {
          if (post.telt !== "bijeenkomst") this.#meld(vast.geen_groepen);
        } else if (this.#hoogste(post) === null) this.#meld(vast.geen_groepsgrootte);
        if (post.telt === "bijeenkomst" && !this.#keren()) this.#meld(vast.geen_aantal_bijeenkomsten);
      }
      if (post.telt !== "gezin") this.#meld(...post.eenheid);
      else this.#voegToe(melding(post.gezin[this.aannames.gezinnen ? 1 : 0], this.aannames.gezinnen));
    }
    #postBedrag(post) {
      const aantal = this.#aantal(post), perioden = post.heeft_periode ? this.keuze.perioden : 1;
      this.#meld(...post.looptijd);
      if (post.bedrag) return aantal && this.#voorAantal(post, aantal, perioden);
      if (post.uren === null) return null;
      const tarief = this.aannames.uurtarief;
      if (tarief === undefined || aantal === null) {
        const tekst = this.#uren(post, aantal, "niet meegeteld");
        this.#voegToe({ soort: "ONTBREEKT", tekst, aanname: tarief === undefined ? "uurtarief" : null, open: false });
        return null;
      }
      const meer = post.telt !== "begeleider" && post.toelichting ? `: ${post.toelichting}` : "";
      this.#voegToe({ soort: "AANNAME", tekst: this.#uren(post, aantal, "meegeteld") + meer, aanname: null, open: false });
      return aantal.map((keer) => (exact(post.uren) * exact(tarief) * BigInt(keer * perioden)) / EEN);
    }
    #voorAantal(post, aantal, perioden) {
      if (!post.staffel.length) return bedragen(post.bedrag, [aantal[0] * perioden, aantal[1] * perioden]);
      const prijs = (een) => {
        const trede = post.staffel.filter(([vanaf]) => een >= vanaf).at(-1);
        return bedragen(trede ? [trede[1], trede[1]] : post.bedrag, [een * perioden, een * perioden]);
      };
      const alle = [];
      for (let een = aantal[0]; een <= aantal[1]; een += 1) alle.push(prijs(een));
      return [alle.map(([van]) => van).reduce((a, b) => (b < a ? b : a)), alle.map(([, tot]) => tot).reduce(grootste)];
    }
    #uren(post, aantal, geteld) {
      const uren = exact(post.uren), keren = aantal ?? [1, 1];
      const totaal = tussen(getal(uren * BigInt(keren[0])), getal(uren * BigInt(keren[1])));
      const per = aantal === null && post.per ? ` per ${post.per}` : "";
      const keer = keren[1] > 1 ? `${tussen(heel(keren[0]), heel(keren[1]))} × ${getal(uren)} uur` : "";
      const hoe = [keer, post.waarvoor].filter(Boolean).join(", ");
      return `${totaal} uur personeel${per} ${geteld}${hoe && ` (${hoe})`}`;
    }
    // Hours of one series of meetings; null when not published and not given.
    #contacturen() {
      const keren = this.#keren(), { duur } = this.variant;
      return keren && duur && [0, 1].map((nr) => exact(duur[nr]) * BigInt(keren[nr]));
    }
    #tolk() {
      const { keuze, variant, aannames } = this, tarief = aannames.tolktarief;
      if (keuze.tolk !== "apart") {
        if (keuze.tolk === "onbekend" && (tarief !== undefined || this.kaart.tolk)) this.#meld(vast.tolk_misschien);
        return [];
      }
      const uren = this.#contacturen(), reeksen = this.#reeksen(keuze.posten[0]);
      if (tarief === undefined) this.#meld(vast.tolk_zonder_tarief);
      else if (!uren) this.#meld(variant.duur ? vast.tolk_geen_keren : vast.tolk_geen_duur);
      else if (!reeksen && this.mensen !== null) this.#meld(vast.tolk_geen_groepen);
      if (!uren || tarief === undefined || !reeksen) return [null];
      const keer = reeksen.map((een) => een * keuze.perioden);
      const voor = keer[1] > 1 ? `${tussen(heel(keer[0]), heel(keer[1]))} × ` : "";
      const tekst = `tolk meegeteld: ${voor}${variant.grens ? `${variant.grens} ` : ""}${tussen(...uren.map(getal))} uur`;
      this.#voegToe({ soort: "AANNAME", tekst, aanname: null, open: variant.grens !== null });
      const bedrag = uren.map((een, nr) => (een * exact(tarief) * BigInt(keer[nr])) / EEN);
      return variant.grens === "minstens" ? [bedrag, null] : [bedrag];
    }
    #meldGroepen() {
      const { variant, keuze, deelname } = this, posten = keuze.posten.length > 0;
      if (this.#groepen() && posten && !variant.groep?.[1]) this.#voegToe(melding(vast.gegeven_groepsgrootte, this.aannames.groepsgrootte));
      if (this.#keren() && posten && !variant.keren) this.#voegToe(melding(vast.gegeven_bijeenkomsten, this.aannames.bijeenkomsten));
      this.#meld(...keuze.andere_groep);
      if (variant.individueel || keuze.geheel) return null;
      const precies = deelname.talen.every(([van, tot]) => van === tot);
      if (deelname.talen.length > 1 && variant.in_groepen) {
        if (variant.per_taal) this.#meld(precies ? vast.taal_verdeeld : vast.taal_onverdeeld);
        else if (variant.talen_open) this.#meld(vast.talen_samen);
      }
      return this.#kleinste(deelname.talen.length > 1 && variant.per_taal && precies);
    }
    #kleinste(perTaal) {
      const [minste, hoogste, isEis] = this.variant.groep ?? [null];
      const mensen = perTaal ? this.deelname.talen.map(([aantal]) => aantal).filter(Boolean) : this.mensen === null ? [] : [this.mensen];
      if (minste === null || !mensen.length) return null;
      const groepen = this.#groepen() ?? [1, 1], meeste = hoogste ?? Math.max(...mensen);
      const kleinste = mensen.length === 1 ? Math.floor(mensen[0] / groepen[1]) : Math.min(...mensen.map((een) => Math.floor(een / aantalGroepen(een, meeste))));
      if (kleinste >= minste) return null;
      this.#voegToe(melding(this.variant.te_klein[groepen[0] !== groepen[1] ? 2 : groepen[1] === 1 ? 0 : 1], kleinste));
      return { mensen: kleinste, isEis };
    }
    #budget() {
      if (this.aannames.budget === undefined || !this.totaal) return null;
      const budget = exact(this.aannames.budget);
      if (this.totaal[0] <= budget) return { past: this.letOp.some(({ open }) => open) || this.totaal[1] > budget ? null : true, tekort: 0n, mensen: null, bedrag: null };
      let kan = 0, bedrag = null, teVeel = !this.keuze.geheel && this.mensen ? this.mensen : 1;
      while (teVeel - kan > 1) {
        const midden = Math.floor((kan + teVeel) / 2), kosten = this.#kostenVoor(midden);
        if (kosten !== null && kosten <= budget) [kan, bedrag] = [midden, kosten];
        else teVeel = midden;
      }
      return { past: false, tekort: this.totaal[0] - budget, mensen: kan || null, bedrag };
    }
    #kostenVoor(mensen) {
      const talen_ = this.deelname.talen.map(([, tot]) => [0, Math.min(tot, mensen)]);
      const minder = new Raming(this.kaart, this.variant, this.keuze, { ...this.deelname, mensen, talen: talen_ }, { ...this.aannames, budget: undefined });
      return !minder.totaal || minder.teKlein?.isEis ? null : minder.totaal[1];
    }
    // One estimate for what variants buy together.
    metAlle(deelname) {
      Object.assign(this, { deelname, variant: null, groepen: null, teKlein: null });
      this.#meld(vast.alle_varianten);
    }
    // What is said of it in one line: in total and per participant, or the price as published.
    get zin() {
      const wat = [this.variant && this.kaart.varianten.length > 1 ? this.variant.naam : "", this.wat].filter(Boolean).join(", ");
      return (wat && `${wat}: `) + this.bedrag;
    }
    get bedrag() {
      if (!this.totaal) return this.keuze.prijs;
      if (this.isKosteloos) return "kosteloos";
      const voor = this.deelname.weggelaten.length && this.perDeelnemer ? ` voor ${this.deelname.mensen} mensen` : "";
      const per = this.perDeelnemer ? `, dat is ${this.inEuro(this.perDeelnemer)} per deelnemer` : "";
      return this.inEuro(this.totaal.map((een) => breuk(een))) + voor + per;
    }
    inEuro(paar) {
      const [van, tot] = paar.map((een) => euro(centen(een)));
      const tekens = (this.ondergrens ? "≥" : "") + (this.keuze.ongeveer ? "±" : "");
      return `${tekens && `${tekens}\u00a0`}${van === tot ? van : `${van} - ${tot}`}`;
    }
  }

  // --- the costs of what was found (kern/kosten, kern/kostenvraag) ---------------------------------

  const ramingenVan = (treffer, wie, aannames) => {
    const { kaart, welke } = treffer, samengenomen = new Map();
    for (const variant of welke)
      for (const keuze of variant.keuzes) {
        const raming = new Raming(kaart, variant, keuze, wie(kaart, [variant]), aannames);
        if (keuze.samen) {
          if (samengenomen.has(keuze.samen)) continue;
          raming.metAlle(wie(kaart, welke));
        }
        samengenomen.set(keuze.samen || raming, raming);
      }
    const ramingen = [...samengenomen.values()];
    for (const { budget } of ramingen) if (budget?.past && treffer.slotsom === "misschien") budget.past = null;
    return ramingen;
  };
  const opBedrag = (a, b) => {
    if (!a.perDeelnemer || !b.perDeelnemer) return Number(!a.perDeelnemer) - Number(!b.perDeelnemer) || opId(a, b, Number(a.ondergrens) - Number(b.ondergrens));
    if (a.ondergrens !== b.ondergrens) return Number(a.ondergrens) - Number(b.ondergrens);
    const [x, y] = [a.perDeelnemer[0], b.perDeelnemer[0]];
    return kleiner(x, y) ? -1 : kleiner(y, x) ? 1 : opId(a, b, 0);
  };
  const opId = (a, b, eerst) => eerst || (a.kaart.id < b.kaart.id ? -1 : Number(a.kaart.id > b.kaart.id));
  const rekenaar = (vraag, eisen) => {
    const wie = wieVan(eisen, vraag);
    return (treffer) => ramingenVan(treffer, wie, vraag.rekenen ?? {});
  };

  return { zoek, rekenaar, tegenspraak, leesWaarde, leesWensen, leesEisen, Beoordeeld, opBedrag };
};
