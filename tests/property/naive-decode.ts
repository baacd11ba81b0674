// Strict decoding of a request: the operation it asks for, or all that is wrong with it.

import { readAllocate, readAssess, readCompare } from "./naive-decode-assess";
import { readAward } from "./naive-decode-award";
import { readDeadlines, readFee } from "./naive-decode-office";
import { readPoints, readReview } from "./naive-decode-learning";
import { kSchemes } from "./naive-editions";
import { Fault, Faults, Place } from "./naive-faults";
import { JsonNode, parseJson, SyntaxFault } from "./naive-json";

const kMostBytes = 8 * 1024 * 1024;

// Looks at the whole request, notes all that is wrong, and promises an answer where nothing is.
// What it answers is undefined where naive means do not suffice.
export type Reader = (root: Place, faults: Faults, scheme: string) => () => object | undefined;

const kReaders: Record<string, Reader> = {
  assess: readAssess, award: readAward, points: readPoints, fee: readFee, deadlines: readDeadlines,
  review: readReview, compare: readCompare, allocate: readAllocate,
};
const kWithoutScheme = ["review", "compare", "allocate"];

export type Decoded = { answer: () => object | undefined } | { errors: Fault[] };

const alone = (code: string, at: string): Decoded => ({ errors: [{ code, at }] });

export function decode(text: string): Decoded {
  if (new TextEncoder().encode(text).length > kMostBytes) return alone("too_large", "");
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxFault) return alone("syntax", "");
    throw error;
  }
  if (root.type !== "object") return alone("type", "");
  const op = wordAlone(root, "op", Object.keys(kReaders));
  if (typeof op !== "string") return op;
  const scheme = kWithoutScheme.includes(op) ? "" : wordAlone(root, "scheme", kSchemes);
  if (typeof scheme !== "string") return scheme;
  const faults = new Faults();
  const answer = kReaders[op]({ node: root, at: "" }, faults, scheme);
  const errors = faults.inOrder();
  return errors.length > 0 ? { errors } : { answer };
}

// With a missing or unknown op or scheme only that is reported.
function wordAlone(root: JsonNode & { type: "object" }, name: string, words: string[]): string | Decoded {
  const member = root.members.find((candidate) => candidate.key === name);
  if (member === undefined) return alone("missing", `/${name}`);
  if (member.value.type !== "string") return alone("type", `/${name}`);
  return words.includes(member.value.value) ? member.value.value : alone("unknown_value", `/${name}`);
}
