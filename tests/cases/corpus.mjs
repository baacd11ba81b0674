// The conformance cases: a name, a request (or its raw text), and the answer or the errors.
// What a case does not state (the wording of messages; in most the clause of each figure) is judged
// apart.
import { readFileSync, readdirSync } from "node:fs";

/** Those of this folder, or of the made-up provider's folder here. */
export function readCorpus(provider = ".") {
  const folder = new URL(`${provider}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.flatMap((file) =>
    JSON.parse(readFileSync(new URL(file, folder), "utf8")).map((row) => ({
      title: `${file}: ${row.name}`,
      text: row.raw ?? JSON.stringify(row.request),
      expected: row.response ?? { errors: row.errors },
    })),
  );
}

function without(value, names) {
  if (Array.isArray(value)) return value.map((inner) => without(inner, names));
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => !names.includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, without(inner, names)]));
}

/** Of an answer what the expected one speaks of: its clauses only where those are stated. */
export function stated(answer, expected) {
  const names = JSON.stringify(expected).includes('"rule":') ? ["message"] : ["message", "rule"];
  return without(answer, names);
}

/** Every figure of an answer that must carry the clause it rests on. */
export function figuresOf(answer) {
  if (answer.results !== undefined) return answer.results.flatMap(figuresOf);
  if (answer.problems !== undefined) return answer.problems;
  if (answer.requirements === undefined) return [];
  const verdicts = answer.credits.flatMap((credit) => credit.verdicts);
  const window = answer.window === null ? [] : [answer.window];
  return [...answer.requirements, ...answer.years, ...window, ...verdicts];
}
