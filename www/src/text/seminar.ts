// The organiser's sentences in the language on screen; fetched with the page.
import { en } from "./seminar-en";
import { ja, type SeminarText } from "./seminar-ja";

export type { SeminarText } from "./seminar-ja";

export const seminarText = (language: "ja" | "en"): SeminarText => (language === "en" ? en : ja);
