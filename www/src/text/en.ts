// Every English sentence of the app; its shape is ja.ts's, so that a missing key does not compile.
import { clock, dates } from "./dates";
import type { FieldName, Text } from "./ja";

const d = dates.en;
const units = (n: number) => `${n} ${n === 1 ? "unit" : "units"}`;
const edition = (date: string) => date.slice(0, 4);
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const kinds: Text["kinds"] = {
  internet: "e-learning", assembly: "Assembly", self_study: "Self-study", group: "Group training", practicum: "Practicum",
  correspondence: "Correspondence course", designated: "Designated course", presentation: "Presentation", paper: "Paper",
};

const fields: Text["fields"] = {
  date: "Date", units: "Units", provider: "Provider", category: "Kind", title: "Title", event: "Event number", content: "Content number", course: "Course name",
  days: "Days of the meeting", lecturer: "I was a lecturer", new_curriculum: "New-curriculum training", designated_practice: "Practical part of a designated course", held_in: "Where the units are",
  transferred_to: "Paid out to", used_for: "Certificate it was used for", void: "Reason it is void", curriculum: "Curriculum item",
  base: "First day of the certification period", last_application: "Day of the last application", registered: "Day of registration as a pharmacist", extension: "Months of extension", certificate_of: "Provider of the present certificate", kind: "New or renewal",
  name: "Name", licence_number: "Pharmacist registration number", email: "E-mail address", password: "Password",
};

const ranges: Partial<Record<FieldName, string>> = {
  units: "Enter 0.01 to 999.99", date: "Enter a date from 1900 to 2199", days: "Enter 1 or more", base: "Enter today or an earlier date",
  last_application: "Enter a date from one year before the first day of the period to the end of its first year", extension: "Enter 1 to 12", password: "Enter 8 to 200 characters",
};
const formats: Partial<Record<FieldName, string>> = {
  units: "Enter a number such as 1 or 0.5", days: "Enter a number such as 2", provider: "Enter a letter and two digits, such as G01", email: "Write it as name@example.jp", curriculum: "Write it as V-2", date: "Enter a date that exists", base: "Enter a date that exists", last_application: "Enter a date that exists", registered: "Enter a date that exists", extension: "Enter a number such as 6",
};

function problem(code: string, field: FieldName | null): string {
  switch (code) {
    case "missing": return field ? `Enter: ${fields[field].toLowerCase()}` : "Something has not been entered yet";
    case "range": return (field && ranges[field]) ?? "Enter 1 to 200 characters";
    case "format": case "type": return (field && formats[field]) ?? "Write it as 2026/11/21";
    case "taken": return "This address is already registered. Log in instead";
    case "too_common": return "Too easy to guess. Choose another one";
    case "wrong_credentials": return "The e-mail address or the password is wrong";
    case "unknown_value": return "Choose one from the list";
    case "duplicate_id": return "This credit is already there";
    case "unexpected": return "Not used with this kind";
    case "unsupported": return "This scheme has no rule for extensions";
    case "too_large": return "Too much to handle at once";
    case "too_many_requests": return "Wait a little, then try again";
    case "unauthenticated": return "Log in first";
    case "offline": case "503": return "The server cannot be reached. Try again when you are online";
    case "schema": return "Sent after switching to the new version. Nothing is lost";
    case "op_reused": case "seq_reused": return "The records of this device and the server do not fit";
    case "not_office": return "Applications to this scheme cannot be sent from here";
    case "no_profile": return "The first day of the period has not arrived yet";
    case "already_received": return "An application to this scheme has already been received";
    default: return "The server could not do this. Try again later";
  }
}

const clauseName = (rule: string) => rule.replace(/JPEC /g, "JPEC rules ").replace(/FAQ Q/g, "Tametoko FAQ Q").replace(/JSHP /g, "JSHP guide ");
const moment = (instant: string, today: string) => `${instant.slice(0, 10) === today ? "today" : d.short(instant)} ${clock(instant)}`;
const monthOf = (date: string) => d.plain(date).replace(/^\d+ /, "");

export const en: Text = {
  brand: "研鑽", brandLatin: "Kensan", back: "Back", close: "Close", comma: ", ",
  tabs: { menu: "Main menu", home: "Home", ledger: "Credits", add: "Add", apply: "Apply", settings: "Settings" },
  addCredit: "Add a credit", unitOf: (n) => (n === 1 ? " unit" : " units"), rowUnit: "", units, ofRequired: (n) => `/${n} units`, untitled: "Untitled",
  kindTag: { new: "New", renewal: "Renewal" }, now: "Now", provisional: "Provisional", optional: "optional", example: "Example", loading: "Loading",
  kinds, fields, problem, clauseName, scheme: (short, code) => `${short} (${code})`, bracket: (text) => `(${text})`, kindTiles: { designated: "Designated|course", correspondence: "Corre|spondence" },

  head: { switch: "Choose a scheme", period: (from, to) => `Period ${d.plain(from)} – ${d.plain(to)}` },
  schemes: { title: "Which scheme?", other: "Other schemes", lost: "Cannot apply as things stand", can: "You can apply", eligible: "Conditions met", more: (n) => `${n} more ${n === 1 ? "unit" : "units"}`, none: "No published renewal rules" },

  sync: {
    clear: (last, today) => (last ? `Synced ${moment(last, today).replace("today ", "")}` : "Synced"), sending: (n) => `Sending ${n}`,
    waiting: (n, oldest, today) => `${plural(n, "change")} not sent yet${oldest ? ` (oldest: ${moment(oldest, today)})` : ""}`,
    offline: (n, oldest, today) => (n === 0 ? "Offline. Everything still works" : `${n} not sent, offline${oldest ? ` (since ${moment(oldest, today)})` : ""}`),
    waitingShort: (n) => `${n} not sent`, outdated: "Sent after switching to the new version", rejected: (n) => `${plural(n, "change")} not accepted`, conflict: (n) => `${n} ${n === 1 ? "change differs" : "changes differ"}: which to keep?`,
    ended: (n) => (n > 0 ? `${n} not sent: log in to send` : "Log in to send"), noStorage: "Cannot save on this device", memory: "Lost when this page is closed", full: "Storage is full",
  },

  verdict: {
    none: "No credits yet", noneLine: "One entry tells how many units you still need.",
    yearLost: "You cannot renew| as things stand", yearLostLine: (year, have, short) => `Year ${year} had **${units(have)}**, **${short}** too few.`,
    totalLost: (required) => `${required} units were| not reached in time`, ownLost: (short, n) => `${n} ${short} units| were not reached`, lostLine: (have, n) => `You had **${units(have)}**, **${n}** too few.`,
    after: "The application period| has ended", until: (date) => `by ${d.spoken(date)}`,
    canLead: "Everything is met:", can: "You can apply", eligibleLead: "Conditions met", transfers: "Units to pay| out first", opensIn: (n) => `Apply in| ${plural(n, "day")}`, from: (date) => `from ${d.spoken(date)}`,
    renewLead: "To renew you need", newLead: "To apply you need", more: (n) => ["", String(n), n === 1 ? "more unit" : "more units"],
    first: (date, n) => `${n} of them by ${d.plain(date)}`, fine: (_date, left) => `${plural(left, "day")} left`, noDue: "No set date",
    whole: (date) => `all by ${d.plain(date)}`, left: (left) => `${plural(left, "day")} left`, opensFine: () => "", unsupported: "No published rules", ring: (have, required) => `Total: ${have < required ? `${have} of ${units(required)}` : `${units(have)}, ${required} needed`}. Show details`,
    buttons: { check: "Check the first day of the period", checkNew: "Check what you entered", apply: "Check before applying", prepare: "Prepare the application", payout: (system, n) => `Pay out ${units(n)} from ${system}`, ready: "See what you will need" },
    prepareNote: "No application can be sent from here; apply at the scheme's own office.",
  },

  window: {
    name: "Application period", open: "Show details", before: (n) => `opens in ${plural(n, "day")}`, isOpen: (n) => `open, ${plural(n, "day")} left`, after: "ended", none: "no set period",
    today: () => ["Today", "Today"], opens: (day, full) => [`${full ? d.row(day) : d.short(day)} opens`, d.short(day)], expires: (day) => [`${d.short(day)} expires`, d.short(day)], last: (day) => [d.short(day), d.short(day)],
    list: { today: "Today", opens: "Opens", expires: "Expires", last: "Last day" }, date: (day) => d.spoken(day), range: (from, to) => `${d.plain(from)} – ${d.plain(to)}`,
  },

  state: { met: "Met", open: (n) => `${n} to go`, lost: (n) => `${n} short`, waived: "Waived" },
  requirements: {
    edition: (date) => `Judged by the rules in force since ${d.plain(date)}`,
    title: "Requirements", key: (n) => `${units(n)} needed`, year: (n) => `Year ${n}`, period: (from, to) => d.period(from, to), own: (short) => `${short} units`,
    ownLine: (n, years) => `${n} or more in ${years ? plural(years, "year") : "the period"}`, total: "Total",
    heard: (name, when, have, state) => `${name}, ${when}, ${units(have)}, ${state}. Show details`, between: (from, to) => `${d.plain(from)} to ${d.plain(to)}`,
    stateHeard: { met: "met", open: (n) => `${n} to go`, lost: (n) => `${n} short`, waived: "waived" },
  },

  todo: {
    title: "Before you apply", units, get: (n) => `Get ${n} more ${n === 1 ? "unit" : "units"}`, by: (date) => `by ${d.plain(date)}`,
    partOf: (n, year) => `${n} of them also complete${n === 1 ? "s" : ""} year ${year}`, payout: (system, n) => `Pay out ${units(n)} from ${system}`, irreversible: (code) => `Once paid out, they never return to ${code}`, person: "Enter name and registration number", personLine: "Needed when you apply",
    after: "After applying", nextBase: "First day of the next period", application: "Application receipt",
    maybe: "Does any of these apply?", base: "The first day of the period is another", baseNow: (date) => `Entered: ${d.plain(date)}`, missing: "Some credits are not entered yet", missingLine: (n, year) => `${n} more would complete year ${year}`, missingTotal: (n) => `${n} more would be enough`,
    hardship: "Childbirth, childcare, illness, care", hardshipLine: "There is a rule that extends the period", dispute: "I believe the data are right", disputeLine: "You can send anyway and ask for a check",
  },

  provisionalNote: {
    otherMore: (e, n) => `${n} more under the ${edition(e)} rules`, otherCan: (e) => `You can apply under the ${edition(e)} rules`, otherEligible: (e) => `Conditions met under the ${edition(e)} rules`, otherLost: (e) => `Not possible under the ${edition(e)} rules`,
    line: (from, to) => (from && to ? `Application period ${d.period(from, to)}. See source` : "See source"), shownIs: (e) => `Judged by the provisional ${edition(e)} rules`, otherOne: "The other verdict",
    title: "Judged by two editions", body: "The newer rules are not confirmed by an official text. The stricter verdict is shown first.", shown: "Shown first", edition: (e, provisional) => `Edition of ${monthOf(e)}${provisional ? " (provisional)" : ""}`,
  },

  ledger: {
    title: "Credits", sum: (n) => ["", String(n), n === 1 ? "unit counted" : "units counted"], of: (n) => ` (of ${n})`, filters: "Filter", all: (n) => `All ${n}`, part: (n) => `In part ${n}`, none: (n) => `Not counted ${n}`, outside: "Outside the period", inside: "Inside the period", beforeFirst: "Not counted yet", scheme: "Scheme",
    nothing: "No credit fits.", empty: "No credits yet", emptyLine: "One entry tells how many units you still need.", waiting: "Not sent yet",
    row: (v) => `${v.title}, ${d.plain(v.date)}, ${v.kind}, ${v.counted === v.units ? `${units(v.units)} counted.` : `${v.counted} of ${units(v.units)} counted. ${v.reason ?? ""}. Show why`}`,
    meta: (date, kind, provider) => `${d.row(date)} · ${kind} · ${provider}`, others: (n) => ` and ${n} more`, group: (from, to) => d.period(from, to),
  },

  why: {
    void: (reason) => ["Void: 0 units", reason ? ` (${reason})` : ""], future: ["Dated in the future: 0 units for now", ""], duplicate: (date) => ["Duplicate: 0 units", date ? ` (same as ${d.short(date)})` : ""],
    used: ["Used for an earlier certificate: 0 units", ""], transferred_out: (code) => [`Paid out to ${code}: 0 units`, ""], not_accepted: ["Kind not accepted here: 0 units", ""], before_registration: ["Before registration: 0 units", ""], outside_period: ["Outside the period: 0 units", ""],
    cap: (n) => `Over the cap: ${units(n)} not counted`,
    capOf: { cap_credit: (n) => ` (${n} a course)`, cap_day: (n) => ` (${n} a day)`, cap_year: (n) => ` (${n} a year)`, cap_period: (n) => ` (${n} in the period)`, cap_others: (n) => ` (${n} from others)` },
  },

  reason: {
    only: (n) => `Why only ${units(n)}?`, zero: "Why 0 units?", allLine: (n) => `**All ${units(n)}** counted.`, requirementTitle: "Units of the provider", all: "Counted", credit: (date, title, n) => `${d.row(date)} ${title} (${units(n)})`,
    rule: {
      void: "Void units do not count.", future: "Units count from the day they are earned.", duplicate: "The same training counts once.", used: "One unit serves one certificate.", transferred_out: "Units that were paid out serve their destination only.", not_accepted: "This kind does not count in this scheme.", before_registration: "Units before registration as a pharmacist do not count.", outside_period: "Only units inside the period count.",
      cap_credit: (kind, n) => `${kind}: up to ${units(n)} each.`, cap_day: (kind, n) => `${kind}: up to ${units(n)} a day.`, cap_year: (kind, n) => `${kind}: up to ${units(n)} a year.`, cap_period: (kind, n) => `${kind}: up to ${units(n)} in the period.`, cap_others: (_kind, n) => `Other providers: up to ${units(n)}.`,
    },
    reached: (why, year, n) => (why === "cap_day" ? `That day has reached ${n}.` : why === "cap_year" && year ? `Year ${year} has reached ${n}.` : `${n} has been reached.`),
    remaining: (n) => `The remaining ${units(n)} ${n === 1 ? "is" : "are"} not counted.`, sameAs: (date, title) => `Same training as “${title}” of ${d.plain(date)}.`, voidBecause: (reason) => `Reason: ${reason}`, from: (date) => `Counts from ${d.plain(date)}.`, period: (from, to) => `The period is ${d.plain(from)} – ${d.plain(to)}.`, usedFor: (what) => `Used for: ${what}`, sentTo: (code) => `Paid out to: ${code}`, checkBase: "If its first day is wrong, correct it.",
    table: { cap_year: (kind, year) => `${kind}${year ? `, year ${year}` : ""}`, cap_period: (kind) => `${kind} in the period`, cap_day: (kind, date) => `${kind} on ${d.plain(date)}`, cap_credit: (kind) => kind, cap_others: "Units of other providers" },
    columns: { date: "Date", units: "Units", counted: "Counted", sum: "So far" }, this: "This credit", cap: "cap", countedBar: (n) => `Counted ${n}`, overBar: (n) => `Over ${n}`, ground: "Rule", sourceLead: "Source: ", quoted: (rule) => `“${clauseName(rule)}”`,
    elsewhere: (short, code, n, all) => `For ${short} (${code}) **${all ? "all " : ""}${units(n)}** count.`, edit: "Edit this credit", clauseWords: "The clause, shortened in our own words.", clauseMissing: "This clause is not described yet.",
    totalTitle: "The total", yearTitle: (n) => `Year ${n}`, nothing: "Nothing has been counted yet.", planTitle: "How many, by when", windowTitle: "Application period", planLine: (n) => `${units(n)} in all`, planNoDate: "By the day you apply", planNote: "With these units the conditions are met.", counting: "Counting period", expires: "Certificate valid until",
  },

  form: {
    add: "Add a credit", edit: "Edit a credit", kind: "Kind", others: (n) => `${n} more`, othersLine: "courses, papers", save: "Save", saving: "Saving", today: "Today", details: "More", fewer: "Less", later: "Can be added later", notYet: "Not entered yet", minus: "One unit less", plus: "One unit more", remove: "Delete this credit", askRemove: "Delete this credit?", removeLine: "You can undo this afterwards.", removeYes: "Delete", keep: "Cancel",
    effectLead: "Saved:", effect: (from, to) => [`${from}→`, units(to)], effectMore: (n) => `${n} to go`, effectMet: "Conditions met", effectLost: "A year falls short", effectSame: "The total stays the same", missing: "Correct the marked fields to save",
    other: "Another provider", providerCode: "Provider's code", hints: { event: "The number on the seal or certificate. One event counts once", content: "A number for the same material or recording", course: "The same course under the same name", days: "For meetings over two or more days", held_in: "Decides whether they must be paid out", transferred_to: "Only after paying out", used_for: "Only if an earlier certificate used it", void: "Only if it was declared void", curriculum: "An item such as V-2" },
    here: "Not set", systems: (system, code) => `${system} (${code})`, yes: "Yes", no: "None", notFound: "This credit was not found", notFoundLine: "It was deleted or has not arrived yet.",
    eras: { R: "令和 Reiwa", H: "平成 Heisei", C: "Western" }, era: "Calendar", year: "Year", month: "Month", day: "Day",
  },

  start: {
    pitch: "Enter your units and see **whether you can renew**.", question: "Do you hold a certificate as a certified pharmacist?", any: "From whichever provider.", yes: "Yes", yesLine: "You will apply for renewal", no: "Not yet", noLine: "You will apply for the first time", unsure: "Not sure?", unsureLine: "If you have never applied, choose “Not yet”. If your certificate has expired, ask the scheme's office.", newTitle: "Your first certificate", newLine: "You can apply as soon as you have the units. The first unit to count from is chosen in your favour.", proceed: "Continue", local: "Works without a connection. What you enter is first kept on this device.", step: (n, of) => `Question ${n} of ${of}`,
    exampleMore: "8 more units", exampleDue: "by 31 March 2027", exampleWindow: "apply in 41 days",
  },
  base: {
    title: "First day of the period", question: "When does your certification period begin?", frame: "Enter **the date in the frame**.", notIssue: "Not the date of issue.", proceed: "Continue with this date", save: "Save", window: "Application period", expires: "Valid until", until: (date) => d.plain(date), era: () => "", change: "Everything is computed again.",
    certificate: { name: "認定薬剤師証", person: "研鑽 花子 殿", from: "令和6年4月1日", to: "〜令和9年3月31日", issued: "発行 令和6年5月20日", heard: "A certificate as an example. The first day of the period, 1 April 2024, is framed. It is not the date of issue." },
    details: "More", kind: "Kind of application", hints: { last_application: "Units up to that day do not serve the next renewal", registered: "The day in the register of pharmacists", extension: "Granted for childbirth, childcare, illness or care", certificate_of: "Who issued the certificate you hold" }, none: "None", months: (n) => plural(n, "month"), unknown: "Not set", noWindow: "no set period",
  },
  sign: {
    login: "Log in", register: "Register", loginButton: "Log in", registerButton: "Register", working: "Checking", toRegister: "New here? Register", toLogin: "Registered? Log in", passwordHint: "8 characters or more. Longer is safer", show: "Show", hide: "Hide", later: "Log in later", again: "Log in to go on sending", kept: "The credits on this device are still here.", wait: (minutes) => `Try again in ${plural(minutes, "minute")}`, pitch: "Enter your units and see whether you can renew.",
  },
  person: { title: "Name and number", name: "Name", nameHint: "As on your certificate", licence: "Pharmacist registration number", licenceHint: "On your pharmacist licence", save: "Save" },

  apply: {
    title: "Check before applying", prepareTitle: "Prepare to apply", met: "Conditions met", notYet: "Conditions not met yet", notOpen: "Outside the application period", lost: "Conditions cannot be met",
    summary: (n, inWindow, transfers) => `${units(n)}, ${inWindow ? "in the application period" : "outside the application period"}, ${transfers > 0 ? `${transfers} to pay out` : "nothing to pay out"}`, rest: (n) => `${n} to do before sending`, before: (n) => `${n} to do before applying`, checked: "Checked",
    items: { total: "Total units", years: "Units of each year", own: (short) => `${short} units`, window: "Application period", transfers: "Paying out", person: "Name and registration number", fee: "Fee", base: "First day of the period", unsent: "Changes not sent" }, yearLine: (year, n) => `Year ${year}: ${n} to go`, yearLostLine: (year, n) => `Year ${year}: ${n} short`, allYears: "Met in every year", have: (have, required) => (have < required ? `${have} of ${units(required)}` : `${units(have)} (${required} needed)`), noTransfers: "Nothing to pay out", transferLine: (system, n) => `${units(n)} from ${system}`, personMissing: "Not entered yet", licence: (name, number) => `${name}, no. ${number}`, fee: (yen, provisional) => `¥${yen.toLocaleString("en-US")}${provisional ? " (provisional)" : ""}`, noFee: "Ask the scheme's office", baseLine: (date) => d.plain(date), unsent: (n) => `${n}, sent together with the application`,
    dateNote: "The day the server receives it is your application date", send: "Send application", sendDisputed: "Send anyway, marked as disputed", disputedLead: "If you believe the data are right", disputedNote: "It is sent marked as disputed, and the office checks it.", confirmTitle: "Send as disputed?", confirmBody: "It is sent although the conditions are not met as computed here. The office will contact you.", keep: "Cancel",
    prepare: "Print the prepared sheet", notAnApplication: "This is not an application", notAnApplicationLine: (short) => `Apply to ${short} at its own office.`, open: "Open the scheme's page", waitTitle: "Waiting to send", waitLine: "Not received yet.", waitBody: "It is sent by itself once you are online. The day it is received is your application date.", received: "An application has been received", receivedLine: "You cannot apply to the same scheme again.", seeReceipt: "See the receipt",
  },
  receipt: {
    openReceived: "Open the one received", title: "Receipt", received: "Received", notReceived: "Could not be received", waiting: "Waiting to send", disputed: "Sent as disputed", date: (instant) => d.spoken(instant), confirmed: "Confirmed by the server", differs: "The verdicts differ", notEligible: "Conditions not met",
    steps: { received: "Received", review: "Under review", result: "Result", office: (short) => `${short} office`, later: "you will be told", name: "Progress of the application", waiting: "waiting" }, number: "Receipt number", receivedAt: "Received by the server", instant: (instant) => `${d.row(instant)} ${clock(instant)}`, phoneDate: "Date on this device", day: (instant) => d.short(instant), rulesTerm: "Rules", disputedNote: "Received as disputed. The office checks it.", sameDate: "the same day", otherDate: "the server's date is the application date", server: "Server's verdict", same: "Same result", sameLine: "date, units, rules and engine agree", phone: "This device's verdict", can: "Can apply", cannot: "Conditions not met", rules: (e) => `rules of ${monthOf(e)}`, digest: "Digest", engine: "Engine", differsIn: "What differs",
    difference: { date: (phone, server) => `Date: ${d.row(phone)} here, ${d.row(server)} on the server`, ledger: "Units: this device and the server hold different credits", engine: (phone, server) => `Engine: ${phone} here, ${server} on the server`, edition: "Rules: this device and the server use different editions", result: "Result: the same data gave another verdict. The office will check" }, differsNote: "The application has been received. The office will check.", notEligibleNote: "By the server's date and data the conditions are not met.", missing: "Conditions not met", print: "Print the receipt", shortYear: (year, n) => `Year ${year}: ${n} short`, shortTotal: (n) => `Total: ${n} short`, shortOwn: (n) => `Provider's own units: ${n} short`, shortWindow: "Outside the application period", shortTransfers: (n) => `${units(n)} still to pay out`, retry: "Back to the check", notFound: "This receipt was not found",
  },
  payout: {
    title: "Paying out", out: "From", in: "To", sum: (n, credits) => ["", String(n), `${n === 1 ? "unit" : "units"} (${plural(credits, "credit")})`], irreversible: "Paying out cannot be undone", irreversibleLine: (n, short) => `These ${units(n)} can never be used for ${short} again. The certificate of units prints once.`, effect: "After paying out", application: (short) => `For ${short}`, unchanged: "unchanged", change: (from, to) => [`${from}→`, `${to}`],
    choose: (system) => `Destination to choose in ${system}`, copy: "Copy", understood: (code) => `I understand that they cannot return to ${code}`, must: "Tick this once you have read it", proceed: "Go on to paying out", doneTitle: (system) => `Have you paid out in ${system}?`, doneBody: (system) => `Record it once it is done in ${system}. Nothing is done in ${system} from here.`, doneYes: "Record as paid out", notYet: "Not done yet", nothing: "Nothing to pay out",
  },
  settings: {
    title: "Settings", noPerson: "Enter your name", profile: (kind, date) => (date ? `${kind}, period from ${d.plain(date)}` : kind), look: "Appearance", theme: "Colours", themes: { system: "As device", light: "Light", dark: "Dark" }, language: "言語・Language", data: "Data", sync: "Sync", storage: "Saved on this device", storageKept: "Yes", storageEvictable: "Yes", storageEvictableLine: "May be cleared when the device runs out of space. Send waiting changes soon.", storageMemory: "Not possible", storageMemoryLine: "Changes not sent are lost when this page is closed.", logout: "Log out", askLogout: "Log out?", logoutLine: "The credits on this device are removed; those on the server stay.", logoutUnsent: (n) => `${plural(n, "change")} not sent yet: lost when you log out.`, logoutYes: "Log out", keep: "Cancel", demo: "Demo account", base: "First day of the period", version: (v) => `Version ${v}`,
  },
  syncPage: {
    title: "Sync", send: "Send now", waiting: "Changes waiting", rejected: "Changes not accepted", conflicts: "Changes that differ", nothing: "Everything is sent", nothingLine: "The server has all changes of this device.", since: (instant, today) => `since ${moment(instant, today)}`, ops: { put_credit: "Credit added or changed", delete_credit: "Credit deleted", set_profile: "Certification period changed", set_person: "Name or number changed", submit_application: "Application" }, choose: "Choose which to keep", offline: "Sent by itself once you are online", at: (field, sentence) => `${field}: ${sentence}`, drop: "Drop it", fix: "Correct and send",
  },
  conflict: { none: "Nothing to choose", noneLine: "This change is settled already.", title: "Which to keep?", body: "The same thing was changed on another device.", mine: "On this device", theirs: "On the server", deleted: "Deleted", keepMine: "Keep this device's", keepTheirs: "Keep the server's" },
  notices: { saved: "Saved", deleted: "Credit deleted", paid_out: "Recorded as paid out", save_failed: "**Could not be saved.** What you typed is still on this page.", copied: "Copied", person_saved: "Saved", profile_saved: "Everything was computed again", undo: "Undo", dismiss: "Close", update: "**A new version is ready.** Switch when you are done.", updateNow: "Switch", memory: "**This device cannot save.** Changes not sent are lost when this page is closed.", full: "**Storage is full.** Remove other data.", failed: "**The records on this device could not be opened.** Open the page again. What the server has is not lost.", sessionEnded: "**You are logged out.** Log in to go on sending.", engineFailed: "**The rules could not be loaded.** Open the page again. No units are lost.", newerDatabase: "**The records on this device belong to a newer version.** Open that version. Nothing is lost.", login: "Log in", reload: "Open again" },
  print: { title: "Training record", button: "Print", notAnApplication: "This sheet is not an application.", asOf: (date) => `as of ${d.plain(date)}`, name: "Name", licence: "Pharmacist registration number", base: "First day of the period", period: "Counting period", rule: "Rule", state: "State", columns: { date: "Date", title: "Title", kind: "Kind", provider: "Provider", units: "Units", counted: "Counted", reason: "Reason" }, provisional: "Judged by provisional rules." },
};
