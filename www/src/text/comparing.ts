// The sentences of comparing in the language on screen; fetched with the pages.
import { en } from "./comparing-en";
import { ja, type ComparingText } from "./comparing-ja";

export type { ComparingText } from "./comparing-ja";

export const comparingText = (language: "ja" | "en"): ComparingText => (language === "en" ? en : ja);
