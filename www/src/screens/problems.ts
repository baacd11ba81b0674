// What is wrong, at the field it is about.
import type { Problem } from "../engine/contract";
import type { FieldName } from "../text/ja";
import type { Text } from "../text/text";

/** The sentence for a field; null while nothing is wrong or nothing was tried yet. `at` may lie deeper: /extension/months. */
export function problemAt(t: Text, errors: readonly Problem[], tried: boolean, field: string): string | null {
  if (!tried) return null;
  const found = errors.find((problem) => problem.at === `/${field}` || problem.at.startsWith(`/${field}/`));
  return found ? sentence(t, found.code, field) : null;
}

export function sentence(t: Text, code: string, field: string): string {
  return t.problem(code, field in t.fields ? (field as FieldName) : null);
}

/** The field a pointer is about: "/credits/0/units" → units. */
export const fieldOf = (at: string): string => at.split("/").reverse().find((part) => /^[a-z_]+$/.test(part)) ?? "";

/** Frames in which the engine's judgment of a draft should have come back. */
const kPatience = 20;

/** After a refused save the first wrong field gets the focus, as soon as its message stands. */
export function focusFirstError(frames = kPatience): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>("main [aria-invalid=true]");
    if (wrong) wrong.focus();
    else if (frames > 0) focusFirstError(frames - 1);
  });
}
