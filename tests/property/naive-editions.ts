// The figures of the editions, by hand. Units are integer hundredths.

export type Kind = "new" | "renewal";

export interface KindRules {
  total: number;
  own: number; // 0: no requirement
  yearly: number;
  othersCap: number | null;
  period: "forward" | "backward" | "fiscal" | "renewal";
}

export interface Domain {
  name: string;
  units: number;
  items: number;
}

export interface Edition {
  scheme: string;
  date: string;
  status: "confirmed" | "provisional";
  refused: string[]; // categories the edition does not know
  asksRegistration: boolean;
  extension: "none" | "keeps_minimum" | "waives_minimum";
  window: "whole_period" | { before: number; after: number } | "none";
  caps: "jpec" | "none" | "others" | "jshp";
  domains: Domain[];
  rules: { new?: KindRules; renewal?: KindRules };
}

export const kSystems: Record<string, string> = { G01: "PECS", G13: "TAMETOKO", P04: "HOPESS" };

export const kCurriculum = [
  "I-1", "I-2", "I-3", "II-1", "II-2", "II-3", "II-4", "II-5", "II-6",
  "III-1", "III-2", "IV-1", "IV-2", "V-1", "V-2", "V-3",
];

export const kCategories = [
  "assembly", "practicum", "group", "correspondence", "designated", "internet", "self_study",
  "presentation", "paper",
];

export const kEditions: Edition[] = [
  {
    // JPEC 5(1)-(5)
    scheme: "G01", date: "2017-04-01", status: "confirmed",
    refused: ["presentation", "paper"], asksRegistration: false,
    extension: "keeps_minimum", window: "whole_period", caps: "jpec", domains: [],
    rules: {
      new: { total: 4000, own: 0, yearly: 500, othersCap: null, period: "forward" },
      renewal: { total: 3000, own: 0, yearly: 500, othersCap: null, period: "renewal" },
    },
  },
  {
    // Provisional, from secondary sources.
    scheme: "G01", date: "2022-04-01", status: "provisional",
    refused: [], asksRegistration: true,
    extension: "none", window: { before: 2, after: 3 }, caps: "others", domains: [],
    rules: {
      new: { total: 4000, own: 0, yearly: 0, othersCap: 2000, period: "backward" },
      renewal: { total: 3000, own: 0, yearly: 500, othersCap: 1500, period: "renewal" },
    },
  },
  {
    // FAQ Q34, Q35, Q47, Q57
    scheme: "G13", date: "2024-05-01", status: "confirmed",
    refused: [], asksRegistration: false,
    extension: "waives_minimum", window: { before: 3, after: 1 }, caps: "none", domains: [],
    rules: {
      new: { total: 4000, own: 2000, yearly: 500, othersCap: null, period: "forward" },
      renewal: { total: 3000, own: 500, yearly: 500, othersCap: null, period: "renewal" },
    },
  },
  {
    // JSHP: a guide for seminars, without certification rules.
    scheme: "P04", date: "2021-03-11", status: "confirmed",
    refused: [], asksRegistration: false,
    extension: "none", window: "none", caps: "none", domains: [], rules: {},
  },
  {
    // Provisional, from secondary sources.
    scheme: "P04", date: "2023-04-01", status: "provisional",
    refused: [], asksRegistration: false,
    extension: "none", window: "none", caps: "jshp",
    domains: [
      { name: "I", units: 200, items: 1 },
      { name: "II", units: 400, items: 2 },
      { name: "III", units: 400, items: 2 },
      { name: "IV", units: 400, items: 2 },
      { name: "V", units: 600, items: 3 },
    ],
    rules: { new: { total: 5000, own: 0, yearly: 1000, othersCap: 1000, period: "fiscal" } },
  },
];

export const kSchemes = [...new Set(kEditions.map((edition) => edition.scheme))];

export function editionNamed(scheme: string, date: string): Edition | undefined {
  return kEditions.find((edition) => edition.scheme === scheme && edition.date === date);
}

// Without a name: the newest confirmed edition in force on `asOf`.
export function editionInForce(scheme: string, asOf: string): Edition | undefined {
  let newest: Edition | undefined;
  for (const edition of kEditions) {
    if (edition.scheme !== scheme || edition.status !== "confirmed" || edition.date > asOf) continue;
    if (newest === undefined || edition.date > newest.date) newest = edition;
  }
  return newest;
}

// The newest provisional edition in force that is newer than the one used.
export function newerProvisional(used: Edition, asOf: string): string | null {
  let newest: string | null = null;
  for (const edition of kEditions) {
    if (edition.scheme !== used.scheme || edition.status !== "provisional") continue;
    if (edition.date > asOf || edition.date <= used.date) continue;
    if (newest === null || edition.date > newest) newest = edition.date;
  }
  return newest;
}
