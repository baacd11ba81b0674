// The sentences of the language on screen, and what a rule pack says in it.
import { dates } from "./dates";
import { en } from "./en";
import { ja, type Text } from "./ja";

export type { Text } from "./ja";
export { dates };

export const text = (language: "ja" | "en"): Text => (language === "en" ? en : ja);
