// Every row of every rule pack has cases: one that meets it, one that does not, and its days from
// both sides. What a case shows is read from its request and its expected answer.
// usage: node coverage.mjs [--list]
import { corpusPacks, madeUpPacks } from "./packs.mjs";
import { readCorpus } from "./corpus.mjs";
import { rowsOf } from "./coverage/rows.mjs";

const packs = new Map([...corpusPacks, ...madeUpPacks("G99")]);

const rulesOf = {
  award: (pack) => pack.seminar?.award,
  deadlines: (pack) => pack.seminar?.deadlines,
  fee: (pack) => pack.seminar?.fee ?? pack.fees.find(({ status }) => status === "confirmed"),
  points: (pack) => pack.learning,
  assess: () => true,
};

/** The edition that a request speaks to: the one it names, or the newest confirmed one, with rules if any has them. */
function editionOf({ op, scheme, edition, as_of: asOf }) {
  if (edition !== undefined) return `${scheme}@${edition}`;
  const confirmed = [...packs.values()].filter((pack) => pack.scheme === scheme && pack.status === "confirmed");
  const known = confirmed.some(rulesOf[op]) ? confirmed.filter(rulesOf[op]) : confirmed;
  const dates = known.map((pack) => pack.effective).filter((date) => asOf === undefined || date <= asOf);
  return `${scheme}@${dates.sort().at(-1)}`;
}

function readAnswer({ title, text, expected }) {
  const request = JSON.parse(text);
  const pack = packs.get(editionOf(request));
  const response = expected.errors === undefined ? expected : null;
  const credits = response?.credits === undefined || request.op !== "assess" ? [] : request.credits.map((credit, place) => ({ credit, verdict: response.credits[place] }));
  return { title, request, pack, response, errors: expected.errors, credits, asOf: request.as_of };
}

/** Requests of known operations; cases of broken text speak of no row. */
function answers() {
  const isAsked = ({ text }) => {
    try {
      return rulesOf[JSON.parse(text).op] !== undefined;
    } catch {
      return false;
    }
  };
  return [...readCorpus(), ...readCorpus("G99")].filter(isAsked).map(readAnswer);
}

function speaksOf(answer, pack, { op, kind }) {
  return answer.request.op === op && answer.pack === pack && (kind === undefined || answer.request.profile?.kind === kind);
}

/** The titles of the cases that show each demand. `errors`: the demand is of a refused request. */
function shownBy(all, pack, row) {
  const own = all.filter((answer) => speaksOf(answer, pack, row));
  return row.demands.map(([how, shows, errors = false]) => ({
    how,
    titles: own.filter((answer) => (answer.errors !== undefined) === errors && shows(answer)).map(({ title }) => title),
  }));
}

const all = answers();
let missing = 0;
let shown = 0;
for (const [name, pack] of packs) {
  for (const row of rowsOf(pack)) {
    for (const { how, titles } of shownBy(all, pack, row)) {
      if (titles.length === 0) console.error(`no case shows "${how}" of ${name}/${row.path}`);
      else if (process.argv[2] === "--list") console.log(`${name}/${row.path} ${how}\n${titles.map((title) => `    ${title}\n`).join("")}`);
      titles.length === 0 ? (missing += 1) : (shown += 1);
    }
  }
}
console.log(`${shown} of ${shown + missing} demands shown by ${all.length} cases`);
process.exitCode = missing === 0 ? 0 : 1;
