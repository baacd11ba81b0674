// The sentences of photos in the language on screen.
import { en } from "./photo-en";
import { ja, type PhotoText } from "./photo-ja";

export type { PhotoText } from "./photo-ja";

export const photoText = (language: "ja" | "en"): PhotoText => (language === "en" ? en : ja);
