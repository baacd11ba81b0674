// A second, naive implementation of the engine: one request in, one answer out, without the
// messages of errors. Undefined where naive means do not suffice (a large allocation).

import { decode } from "./naive-decode";
import { written } from "./naive-writing";

export function answer(text: string): string | undefined {
  const decoded = decode(text);
  const value = "errors" in decoded ? decoded : decoded.answer();
  return value === undefined ? undefined : written(value);
}
