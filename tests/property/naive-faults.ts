// All that is wrong with a request, and the readers of single values that find it.

import { isDay } from "./naive-dates";
import { JsonNode, pointer } from "./naive-json";
import { hundredths, integerWithin, isInteger } from "./naive-numbers";

export interface Fault {
  code: string;
  at: string;
}

// A value and where it stands.
export interface Place {
  node: JsonNode;
  at: string;
}

const kMostFaults = 100;

export class Faults {
  private readonly found: (Fault & { position: number })[] = [];

  add(code: string, at: string, position: number): undefined {
    this.found.push({ code, at, position });
    return undefined;
  }

  on(place: Place, code: string): undefined {
    return this.add(code, place.at, place.node.start);
  }

  has(place: Place): boolean {
    return this.found.some((fault) => fault.at === place.at);
  }

  // In order of appearance in the text; equal positions keep the order in which they were added.
  inOrder(): Fault[] {
    const sorted = [...this.found].sort((a, b) => a.position - b.position);
    return sorted.slice(0, kMostFaults).map(({ code, at }) => ({ code, at }));
  }
}

export type Fields = Map<string, Place>;

// The members of an object; reports unknown fields. A missing field stands at the object's end.
export function fieldsOf(place: Place, known: string[], required: string[], faults: Faults): Fields | undefined {
  if (place.node.type !== "object") return faults.on(place, "type");
  const fields: Fields = new Map();
  for (const member of place.node.members) {
    const field = { node: member.value, at: pointer(place.at, member.key) };
    if (known.includes(member.key)) fields.set(member.key, field);
    else faults.on(field, "unknown_field");
  }
  for (const key of required) if (!fields.has(key)) missing(place, key, faults);
  return fields;
}

export function missing(place: Place, key: string, faults: Faults): void {
  faults.add("missing", pointer(place.at, key), place.node.end);
}

export function string(place: Place | undefined, faults: Faults): string | undefined {
  if (place === undefined) return undefined;
  return place.node.type === "string" ? place.node.value : faults.on(place, "type");
}

// Ids, keys and short texts: 1 to 200 code points.
export function key(place: Place | undefined, faults: Faults): string | undefined {
  const text = string(place, faults);
  if (place === undefined || text === undefined) return undefined;
  const length = [...text].length;
  return length >= 1 && length <= 200 ? text : faults.on(place, "range");
}

export function date(place: Place | undefined, faults: Faults): string | undefined {
  const text = string(place, faults);
  if (place === undefined || text === undefined) return undefined;
  if (!isDay(text)) return faults.on(place, "format");
  return text >= "1900-01-01" && text <= "2199-12-31" ? text : faults.on(place, "range");
}

export function provider(place: Place | undefined, faults: Faults): string | undefined {
  const text = string(place, faults);
  if (place === undefined || text === undefined) return undefined;
  return /^[GP][0-9]{2}$/.test(text) ? text : faults.on(place, "format");
}

// One of the listed words; `code` says what any other is.
export function word(place: Place | undefined, words: string[], code: string, faults: Faults): string | undefined {
  const text = string(place, faults);
  if (place === undefined || text === undefined) return undefined;
  return words.includes(text) ? text : faults.on(place, code);
}

export function flag(place: Place | undefined, faults: Faults): boolean {
  if (place === undefined) return false;
  if (place.node.type === "boolean") return place.node.value;
  faults.on(place, "type");
  return false;
}

export function units(place: Place | undefined, faults: Faults): number | undefined {
  if (place === undefined) return undefined;
  if (place.node.type !== "number") return faults.on(place, "type");
  return hundredths(place.node.literal) ?? faults.on(place, "range");
}

export function integer(place: Place | undefined, least: number, most: number, faults: Faults): number | undefined {
  if (place === undefined) return undefined;
  if (place.node.type !== "number" || !isInteger(place.node.literal)) return faults.on(place, "type");
  return integerWithin(place.node.literal, least, most) ?? faults.on(place, "range");
}
