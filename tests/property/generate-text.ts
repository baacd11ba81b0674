// Writes a request as text, with numbers spelled at will and fields in any order.

import { Random } from "./random";

// A piece of JSON written as it stands.
export class Raw {
  constructor(readonly text: string) {}
}

export type Value = null | boolean | number | string | Raw | Value[] | Fields;
export interface Fields {
  [key: string]: Value;
}

export interface Spelling {
  shuffle: boolean; // fields in random order
  spaces: boolean; // a blank at each seam
}

export function isFields(value: Value): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Raw);
}

export function write(value: Value, spelling: Spelling, random: Random): string {
  if (value instanceof Raw) return value.text;
  const blank = spelling.spaces ? " " : "";
  const inside = (one: Value) => write(one, spelling, random);
  if (Array.isArray(value)) return `[${value.map(inside).join(`,${blank}`)}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const keys = spelling.shuffle ? random.shuffled(Object.keys(value)) : Object.keys(value);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${blank}${inside(value[key])}`).join(`,${blank}`)}}`;
}
