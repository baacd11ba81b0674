// The conformance cases: a name, a request (or its raw text), and the answer or the errors.
// What a case does not state (the clause of each figure, the wording of messages) is judged apart.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL(".", import.meta.url);

export function readCorpus() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.flatMap((file) =>
    JSON.parse(readFileSync(new URL(file, folder), "utf8")).map((row) => ({
      title: `${file}: ${row.name}`,
      text: row.raw ?? JSON.stringify(row.request),
      expected: row.response ?? { errors: row.errors },
    })),
  );
}

const unstated = new Set(["rule", "message"]);

export function stated(value) {
  if (Array.isArray(value)) return value.map(stated);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => !unstated.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, stated(inner)]));
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
