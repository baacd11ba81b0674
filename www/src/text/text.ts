// The sentences of the language on screen, and what a rule pack says in it. Japanese is always there; English is fetched when
// it is first wanted, and until it is there Japanese speaks.
import { dates } from "./dates";
import { ja, type Text } from "./ja";

export type { Text } from "./ja";
export { dates };

let english: Text | null = null;

/** Resolves once `text` speaks the language. */
export async function learn(language: "ja" | "en"): Promise<void> {
  if (language === "en") english ??= (await import("./en")).en;
}

export const text = (language: "ja" | "en"): Text => (language === "en" ? (english ?? ja) : ja);
