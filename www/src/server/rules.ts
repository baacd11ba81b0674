// Rule packs from the server: what is new is fetched, compared with its digest, given to the engine, and only then kept.
// What is kept is never exchanged: an edition with another content than the known one is refused.

import type { Problem } from "../engine/contract";
import type { RefusedRule, RuleFault, RuleText } from "../storage/ledger";
import type { Outcome } from "./api";
import type { RuleList, RuleListing } from "./wire";

/** What fetching needs of the world, so that it can be run without one. */
export interface RulesWorld {
  list(): Promise<Outcome<RuleList>>;
  text(named: string): Promise<Outcome<string>>;
  /** SHA-256 of a text's canonical JSON, null where it is none. */
  digest(text: string): Promise<string | null>;
  /** Gives a pack to the engine; answers what is wrong with it. Rejected: the engine could not be asked, and nothing is known. */
  add(text: string): Promise<readonly Problem[]>;
  /** The digests of the packs that came with the app, by name. */
  builtIn(): Promise<ReadonlyMap<string, string>>;
  kept(): Promise<readonly RuleText[]>;
  keep(arrived: readonly RuleText[], refused: readonly RefusedRule[]): Promise<unknown>;
  now(): string;
}

export const ruleName = ({ scheme, edition }: { readonly scheme: string; readonly edition: string }): string => `${scheme}@${edition}`;

/** One round. False where the server did not answer everything: then it is asked again soon. */
export async function fetchRules(world: RulesWorld): Promise<boolean> {
  const listed = await world.list();
  if (listed.sort !== "answer" || !Array.isArray(listed.value.rules)) return false;
  const known = await knownRules(world);
  const arrived: RuleText[] = [];
  const refused: RefusedRule[] = [];
  let complete = true;
  for (const listing of listed.value.rules.filter(wellFormed)) {
    const { scheme, edition, digest } = listing;
    const there = known.get(ruleName(listing));
    if (there?.digest === digest && there.sound) continue;
    const taken = there !== undefined && there.digest !== digest ? "edited" : await take(world, listing);
    if (taken === null) complete = false;
    else if (typeof taken === "string") refused.push({ scheme, edition, fault: taken });
    else arrived.push({ scheme, edition, digest, kept_at: world.now(), text: taken.text });
  }
  await world.keep(arrived, refused);
  return complete;
}

interface Known {
  readonly digest: string;
  readonly sound: boolean;
}

/** What came with the app goes before what is kept: it is what the engine has. */
async function knownRules(world: RulesWorld): Promise<ReadonlyMap<string, Known>> {
  const kept = await Promise.all((await world.kept()).map(async (rule) =>
    [ruleName(rule), { digest: rule.digest, sound: (await world.digest(rule.text)) === rule.digest }] as const));
  const builtIn = [...(await world.builtIn())].map(([name, digest]) => [name, { digest, sound: true }] as const);
  return new Map([...kept, ...builtIn]);
}

/** The text, why it is not taken, or null where it did not come or could not be judged. */
async function take(world: RulesWorld, listing: RuleListing): Promise<{ readonly text: string } | RuleFault | null> {
  const heard = await world.text(ruleName(listing));
  if (heard.sort !== "answer") return null;
  const text = heard.value;
  if ((await world.digest(text)) !== listing.digest || !speaksOf(text, listing)) return "unlike";
  const problems = await world.add(text).catch(() => null);
  if (problems === null) return null;
  if (problems.length === 0) return { text };
  return problems.some(({ code }) => code === "edited") ? "edited" : "outdated";
}

/** The digest vouches for the content, not for the name under which it was listed. */
function speaksOf(text: string, { scheme, edition }: RuleListing): boolean {
  const pack = JSON.parse(text) as { readonly scheme?: unknown; readonly effective?: unknown } | null;
  return pack?.scheme === scheme && pack.effective === edition;
}

/** A listing of another form is a newer server's affair. */
function wellFormed(listing: RuleListing | null): listing is RuleListing {
  const { scheme, edition, digest } = listing ?? ({} as Partial<RuleListing>);
  return /^[GP]\d{2}$/.test(String(scheme)) && /^\d{4}-\d{2}-\d{2}$/.test(String(edition)) && /^[0-9a-f]{64}$/.test(String(digest));
}
