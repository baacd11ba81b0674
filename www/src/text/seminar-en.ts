// The organiser's page, in English; its shape is seminar-ja.ts's.
import { dates } from "./dates";
import type { SeminarText } from "./seminar-ja";

const d = dates.en;
const units = (n: number) => `${n} ${n === 1 ? "unit" : "units"}`;
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const missing: Partial<Record<string, string>> = {
  date: "Enter the date, then it counts",
  start: "Enter the time it starts",
  curriculum: "Choose a curriculum item",
};
const ranges: Partial<Record<string, string>> = {
  end: "Enter a time after the start",
  minutes: "Enter 1 to 1440 minutes",
  offered_to: "Enter the first day of the offer or a later one",
  count: "Enter 0 or more",
  additional: "Enter 0 or more",
  points: "Enter 1 to 999 points",
  title: "Enter at most 200 characters",
};

function problem(code: string, field: string): string {
  if (code === "missing") return missing[field] ?? "Enter it, then it counts";
  if (code === "range") return ranges[field] ?? "Enter a date from 1900 to 2199";
  if (field === "start" || field === "end") return "Enter it as 13:00";
  if (code === "type" || code === "format") return field === "points" || field === "additional" ? "Enter numbers, like 60, 45" : "Enter a number";
  if (code === "too_large") return "Too much to compute at once";
  return "This cannot be computed. Please check what you entered";
}

export const en: SeminarText = {
  title: "Units of a seminar",
  timeExample: "13:00",
  lead: "Enter the programme to see units, deadlines and fee.",
  local: "What you type stays on this device. Nothing is sent.",
  clear: "Start over",
  noRules: "No scheme has rules for seminars",
  noRulesLine: "Once such rules arrive, you can compute here.",
  fields: {
    date: "Date", start: "Start", end: "End", minutes: "Minutes", kind: "Kind", curriculum: "Curriculum item", title: "Title", promotional: "Sales content",
    applied_on: "Day of application", offered_from: "First day of the offer", offered_to: "Last day of the offer", count: "Number", additional: "Added later", points: "Points",
  },
  problem,

  failed: "**The computation is not ready.** Please open the page again where there is a signal. What you typed is kept.",
  scheme: "Scheme",
  about: "The seminar",
  delivery: "How it is held",
  deliveries: { assembly: "On site", web_live: "Live on the web", web_recorded: "Recorded" },
  deliveryHints: { assembly: "People meet in one place", web_live: "Sent live over the internet", web_recorded: "Recorded talks, offered for some time" },
  category: "Kind of training",
  hostRole: "Your part",
  hostRoles: { organizer: "Organiser", co_organizer: "Co-organiser", supporter: "Supporter only" },
  host: "Who reports",
  hosts: { other: "The organising body", prefecture: "Prefectural association" },
  membersOnly: "Open to members only",
  noItems: "Apply without curriculum items",
  parallel: "Talks in several rooms at the same time",
  meeting: "An academic meeting",
  lecturer: "Compute for somebody who lectured",
  presentation: "Not as a lecturer: a presentation at the meeting",
  otherOnly: "Only for another qualification",
  optional: "optional",
  appliedOnHint: "Must be before the seminar",

  programme: "Programme",
  measure: "Length by",
  measures: { times: "Times", minutes: "Minutes" },
  day: (n) => `Day ${n}`,
  dayDate: (n) => `Date of day ${n}`,
  removeDay: (n) => `Remove day ${n}`,
  talk: (n) => `No. ${n}`,
  talkHeard: (day, n) => `Day ${day}, no. ${n}`,
  removeTalk: (day, n) => `Remove no. ${n} of day ${day}`,
  addTalk: "Add a talk",
  addDay: "Add a day",
  titleHint: "Title (optional)",
  minuteUnit: "min",
  promotional: "Sales content",
  chooseItem: "Choose an item",
  noItemNeeded: "No item needed",
  to: "–",
  kinds: {
    lecture: "Lecture", symposium: "Symposium", poster_presentation: "Poster presentation", member_presentations: "Members' presentations",
    sponsored_meal_seminar: "Talk with a meal", greeting: "Greeting", overview: "Overview", break: "Break", quiz: "Quiz", poster_viewing: "Poster viewing",
  },
  domains: {
    I: "Ethics and law", II: "Basic practice", III: "Team care", IV: "Safety", V: "Pharmaceutical care",
  },
  items: {
    "I-1": "Mission and duty", "I-2": "Health system", "I-3": "Compliance", "II-1": "Dispensing", "II-2": "Preparation", "II-3": "Drug information",
    "II-4": "Drug supply", "II-5": "Management", "II-6": "Education and research", "III-1": "Ward and outpatients", "III-2": "Cooperation",
    "IV-1": "Risk management", "IV-2": "Infection control", "V-1": "Drug properties", "V-2": "Diseases and therapy", "V-3": "Patient factors",
  },

  talkState: { counted: (n) => `${n} min counted`, excluded_kind: "Not counted", promotional: "Not counted", waiting: "Not counted yet" },
  units: "Units",
  total: units,
  noUnits: "Enter the programme to see its units.",
  noAward: (short) => `${short}'s rules do not say what a seminar is worth. Deadlines and fee are computed.`,
  unfinished: (n) => `${plural(n, "entry is", "entries are")} unfinished and not counted yet.`,
  row: (date, item, name) => [d.short(date), item, name].filter(Boolean).join(" "),
  lecturerShare: "For lecturing",
  meetingCap: "Over the cap of several days",
  plus: (n) => `+${units(n)}`,
  minus: (n) => `−${units(n)}`,
  rowMinutes: (n) => `${n} min`,
  excludedTitle: "Time that does not count",
  refused: "As it stands, no units",
  refusals: {
    supporter_only: "A seminar that you only support does not qualify. Apply as organiser or co-organiser.",
    members_only: "A seminar for members only does not qualify. Open it to others.",
    applied_too_late: "Apply before the seminar. Later applications are not accepted.",
    no_parallel_sessions: "Without items only for seminars with talks in several rooms at the same time.",
    other_qualification_only: "Training only for another qualification does not qualify.",
  },
  exclusionReasons: { excluded_kind: "This is not training time.", promotional: "Sales content is not training time." },

  deadlines: "Deadlines",
  noDeadlines: "Enter the date to see the deadlines.",
  deadlineNone: "No set day",
  deadline: (date) => `by ${d.weekday(date)}`,
  left: (n) => (n === 0 ? "today" : `${plural(n, "day")} left`),
  past: (n) => `${plural(n, "day")} ago`,
  deadlineNames: { apply_by: "Application", slides_by: "Slides", report_by: "Report", return_by: "Unused seals", claim_by: "Claim for units" },

  fee: "Fee",
  applied: "Number applied for",
  distributed: "Number given out",
  additionalHint: "Added after the invoice. Several: “30, 20”",
  noFee: "Enter the number to see the fee.",
  yen: (n) => `¥${n.toLocaleString("en")}`,
  tax: { excluded: "before tax", included: "tax included" },
  feeLine: { stickers: (n) => plural(n, "piece"), additional: (n) => `${n} added` },

  pointsTitle: "E-learning points",
  pointsHint: (system) => `Points of courses in ${system}, like “60, 45”`,
  pointsRule: (points) => `${points} points make 1 unit`,
  pointsUnits: units,
  pointsRest: (n) => `${plural(n, "point")} left over`,

  ground: (name) => `The ground of ${name}`,
  provisional: "Provisional",
  edition: (short, date) => `${short} rules of ${d.plain(date)}`,
  foot: (n) => `In all **${units(n)}**`,
  footPast: "the day for applying is over",
  footDue: (date) => `apply **by ${d.inYear(date)}**`,
  footNone: "Enter the programme",
  copy: "Copy as text",
  print: "Print",
  paper: "Units of the seminar",
  advice: "An estimate. The scheme's office decides.",
};
