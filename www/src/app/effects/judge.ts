// Questions to the engine. Every request is built by the engine room; what the engine does not understand stays an error.

import type { Assessment, Credit, Problem, Profile, RulePack } from "../../engine/contract";
import { assessRequest, type Engine } from "../../engine/engine";
import type { Grounds } from "../effect";
import { packOf, schemes } from "../rules";
import type { Outlook, Verdict, VerdictKey } from "../state";

type Verdicts = Readonly<Record<VerdictKey, Verdict>>;

/** Verdicts of every scheme with certification rules, and beside each that of its newer provisional edition. */
export async function assessAll(engine: Engine, grounds: Grounds): Promise<Verdicts> {
  const found = await Promise.all(schemes(grounds).map((scheme) => assessScheme(engine, grounds, scheme)));
  return Object.fromEntries(found.flat());
}

async function assessScheme(engine: Engine, grounds: Grounds, scheme: string): Promise<readonly (readonly [VerdictKey, Verdict])[]> {
  const { profile, credits } = grounds.ledger;
  if (profile === null) return [];
  const present = await assess(engine, grounds, scheme, null, profile, credits);
  const newer = present.answer?.newer ?? null;
  if (newer === null) return [[scheme, present]];
  return [[scheme, present], [`${scheme}@${newer}`, await assess(engine, grounds, scheme, newer, profile, credits)]];
}

async function assess(
  engine: Engine, grounds: Grounds, scheme: string, edition: string | null, profile: Profile, credits: readonly Credit[],
): Promise<Verdict> {
  const pack = packOf(grounds, scheme, edition);
  const { text, answer } = await engine.assess(assessRequest(grounds.today, scheme, edition, fitting(profile, pack), credits));
  return "errors" in answer ? { text, answer: null, errors: answer.errors } : { text, answer, errors: [] };
}

/** An edition without extensions is asked without one. */
export function fitting(profile: Profile, pack: RulePack | null): Profile {
  const rules = pack?.certification?.[profile.kind];
  if (rules === undefined || rules === null || rules.extension) return profile;
  const { extension: _, ...rest } = profile;
  return rest;
}

/** What is wrong with one credit, and what saving it would do to the verdict on screen. */
export async function judgeCredit(engine: Engine, grounds: Grounds, credit: Credit): Promise<{ errors: readonly Problem[]; effect: Outlook | null }> {
  const { scheme, ledger } = grounds;
  const named = { ...credit, id: credit.id || kUnsaved };
  const alone = await assess(engine, grounds, scheme, spoken(grounds), { kind: "new" }, [named]);
  const errors = within(alone.errors, "/credits/0");
  if (errors.length > 0 || ledger.profile === null) return { errors, effect: null };
  const before = await assess(engine, grounds, scheme, null, ledger.profile, ledger.credits);
  const others = ledger.credits.filter((each) => each.id !== credit.id);
  const after = await assess(engine, grounds, scheme, null, ledger.profile, [...others, named]);
  return { errors, effect: before.answer && after.answer && { before: before.answer, after: after.answer } };
}

// Sorts after every UUID, so that a new credit is taken last, as it will be.
const kUnsaved = "~";

export async function judgeProfile(engine: Engine, grounds: Grounds, profile: Profile): Promise<{ errors: readonly Problem[]; preview: Assessment | null }> {
  const asked = await assess(engine, grounds, grounds.scheme, spoken(grounds), profile, grounds.ledger.credits);
  return { errors: within(asked.errors, "/profile"), preview: asked.answer };
}

/** Every verdict as it would be if the transfers to the scheme on screen were paid out. */
export async function judgePayout(engine: Engine, grounds: Grounds, from: string): Promise<Verdicts> {
  const { scheme, ledger } = grounds;
  const present = (await assessAll(engine, grounds))[scheme]?.answer;
  const moved = present?.transfers.find((transfer) => transfer.from === from)?.credits ?? [];
  const credits = ledger.credits.map((credit) => (moved.includes(credit.id) ? { ...credit, transferred_to: scheme } : credit));
  return assessAll(engine, { ...grounds, ledger: { ...ledger, credits } });
}

/** The edition that speaks, named, so that a form is judged by its rules even before their first day. */
function spoken(grounds: Grounds): string | null {
  return packOf(grounds, grounds.scheme)?.effective ?? null;
}

/** The errors below a pointer, with pointers from there on. */
function within(errors: readonly Problem[], pointer: string): readonly Problem[] {
  return errors.filter(({ at }) => at === pointer || at.startsWith(`${pointer}/`)).map((error) => ({ ...error, at: error.at.slice(pointer.length) }));
}
