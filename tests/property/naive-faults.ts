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
const kMostElements = 10000;

export class Faults {
  private readonly found: (Fault & { position: number })[] = [];

  add(code: string, at: string, position: number): undefined {
    this.found.push({ code, at, position });
    return undefined;
  }

  on(place: Place, code: string): undefined {
    return this.add(code, place.at, place.node.start);
  }

  // Takes over what another found, or only what it found at one place.
  take(other: Faults, at?: string): void {
    this.found.push(...other.found.filter((fault) => at === undefined || fault.at === at));
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

// The elements of a list that is not too long.
export function items(place: Place | undefined, faults: Faults): Place[] | undefined {
  if (place === undefined) return undefined;
  if (place.node.type !== "array") return faults.on(place, "type");
  if (place.node.items.length > kMostElements) return faults.on(place, "too_large");
  return place.node.items.map((node, index) => ({ node, at: pointer(place.at, index) }));
}

// An id that no earlier element has.
export function id(place: Place | undefined, ids: Set<string>, faults: Faults): string | undefined {
  const text = key(place, faults);
  if (place === undefined || text === undefined) return undefined;
  if (ids.has(text)) return faults.on(place, "duplicate_id");
  ids.add(text);
  return text;
}

// HH:MM from 00:00 to 23:59, as minutes of the day.
export function time(place: Place | undefined, faults: Faults): number | undefined {
  const text = string(place, faults);
  if (place === undefined || text === undefined) return undefined;
  if (!/^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(text)) return faults.on(place, "format");
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

// YYYY-MM-DDTHH:MM:SS; instants compare as texts.
export function instant(place: Place | undefined, faults: Faults): string | undefined {
  const text = string(place, faults);
  if (place === undefined || text === undefined) return undefined;
  const [day, clock] = [text.slice(0, 10), text.slice(10)];
  if (!isDay(day) || !/^T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/.test(clock)) return faults.on(place, "format");
  return day >= "1900-01-01" && day <= "2199-12-31" ? text : faults.on(place, "range");
}
