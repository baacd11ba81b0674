// How a request is written does not matter: in canonical form, with keys in any order, numbers
// written otherwise, characters escaped or not, the answer is the same, byte for byte. What is wrong
// with a broken request is the same, too, though told in the order of its text.

import { breakRequest } from "./generate-broken";
import { generateMade } from "./generate";
import { Fields, isFields, Raw, Value } from "./generate-text";
import { Law, parsed, plainly } from "./law";
import { Random } from "./random";

function byCodePoint(a: string, b: string): number {
  return [...a].map((c) => c.codePointAt(0)!.toString(16).padStart(6, "0")).join("") <
    [...b].map((c) => c.codePointAt(0)!.toString(16).padStart(6, "0")).join("") ? -1 : 1;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

function blank(random: Random): string {
  return random.chance(0.9) ? "" : random.pick([" ", "\t", "\r", "  "]);
}

function text(random: Random, plain: string): string {
  const units = [...plain].flatMap((point) => (random.chance(0.9) ? [JSON.stringify(point).slice(1, -1)] : escaped(random, point)));
  return `"${units.join("")}"`;
}

function escaped(random: Random, point: string): string[] {
  if (point === "/" && random.chance(0.5)) return ["\\/"];
  return [...Array(point.length).keys()].map((index) => {
    const digits = point.charCodeAt(index).toString(16).padStart(4, "0");
    return `\\u${random.chance(0.5) ? digits.toUpperCase() : digits}`;
  });
}

// The same number by value.
function number(random: Random, plain: string): string {
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(plain)) return plain;
  const [whole, fraction = ""] = plain.split(".");
  const shifted = `${whole}${fraction}`.replace(/^(-?)0+(?=[0-9])/, "$1");
  if (shifted === "0") return random.pick(["0", "0.0", "0e5", "-0"]);
  return random.pick([
    plain, `${whole}.${fraction}0`, `${plain}e0`, `${plain}E+00`, `${shifted}e-${fraction.length}`, `${shifted}000E-${fraction.length + 3}`,
  ]);
}

function rewritten(random: Random, value: Value): string {
  const gap = () => blank(random);
  if (value instanceof Raw) return value.text;
  if (typeof value === "string") return text(random, value);
  if (typeof value === "number") return number(random, String(value));
  if (Array.isArray(value)) return `[${gap()}${value.map((one) => rewritten(random, one)).join(`${gap()},${gap()}`)}${gap()}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const members = random.shuffled(Object.keys(value)).map((key) => `${text(random, key)}${gap()}:${gap()}${rewritten(random, value[key])}`);
  return `{${gap()}${members.join(`${gap()},${gap()}`)}${gap()}}`;
}

// The faults whatever their order; a full list may hold others.
function faults(answer: string): string | null {
  const { errors } = parsed<{ errors?: { code: string; at: string }[] }>(answer);
  if (errors === undefined || errors.length >= 100) return null;
  return JSON.stringify(errors.map(({ code, at }) => `${code} ${at}`).sort());
}

// A request as it comes and written otherwise; broken ones, too, are JSON.
export function writings(random: Random): [string, string] {
  const { request, relations } = generateMade(random);
  if (random.chance(0.2)) breakRequest(random, request, relations);
  return [plainly(request), rewritten(random, request)];
}

export const law: Law = (random) => {
  const { request, relations } = generateMade(random);
  const broken = random.chance(0.3);
  if (broken) breakRequest(random, request, relations);
  const plain = plainly(request);
  const requests = [plain, rewritten(random, request as Fields), rewritten(random, request as Fields)];
  if (!broken) requests.push(canonical(JSON.parse(plain)));
  return {
    requests,
    judge(answers) {
      const wrong = answers.findIndex((answer) => answer !== answers[0]);
      if (wrong < 0) return null;
      const told = answers.map(faults);
      if (told[0] !== null && told.every((one) => one === told[0])) return null;
      return broken && told.every((one, index) => one === null && answers[index].startsWith('{"errors":')) ? "skip" : `written otherwise, answered otherwise: ${requests[wrong]}`;
    },
  };
};
