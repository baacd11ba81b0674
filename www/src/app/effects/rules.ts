// Rule packs between server, local database and engine: given to the engine at a start, asked for after a sync.

import type { RulePack } from "../../engine/contract";
import type { Engine } from "../../engine/engine";
import { api } from "../../server/api";
import { fetchRules, type RulesWorld } from "../../server/rules";
import type { KeptRule, RefusedRule, RuleText } from "../../storage/ledger";
import type { SyncNews } from "../../storage/protocol";
import type { Storage } from "../../storage/storage";
import type { Action } from "../actions";
import { nameOf } from "../rules";
import type { State } from "../state";
import { nowInJapan } from "./page";

type Send = (action: Action) => void;

const kAgainAfter = 600_000; // milliseconds; rules change a few times a year

/** Gives the engine what the database keeps. The app never waits for more than this: a fault leaves it with the rules it has. */
export async function learnRules(engine: Engine, storage: Storage, kept: readonly KeptRule[], send: Send): Promise<void> {
  const packs: RulePack[] = [];
  const unread: RefusedRule[] = [];
  try {
    for (const rule of await storage.ask({ name: "rules" })) {
      const fault = await learnt(engine, rule);
      if (fault === null) packs.push(packIn(rule));
      else unread.push({ scheme: rule.scheme, edition: rule.edition, fault });
    }
  } catch {
    // What came before the fault is there; the rest is looked for again at the next start.
  }
  send({ type: "rules_learned", packs, learned: kept, unread });
}

const packIn = ({ text }: RuleText): RulePack => JSON.parse(text) as RulePack;

async function learnt(engine: Engine, { text, digest }: RuleText): Promise<RefusedRule["fault"] | null> {
  if ((await engine.digestOf(text)) !== digest) return "damaged";
  const problems = await engine.addRules(text);
  if (problems.length === 0) return null;
  return problems.some(({ code }) => code === "edited") ? "edited" : "outdated";
}

/**
 * Asks the server for rules, at once and then whenever the sync loop has reached it; answers what hears of the loop's rounds.
 * At once, so that a new phone has them when the credits that need them arrive.
 */
export function startFetching(engine: Engine, storage: Storage, state: () => State, send: Send): (news: SyncNews) => void {
  let running = false;
  let heard = -Infinity;
  const round = async (): Promise<void> => {
    running = true;
    const complete = await fetchRules(world(engine, keeping(storage, state, send))).catch(() => false);
    if (complete) heard = performance.now();
    running = false;
  };
  void round();
  return ({ state: told }) => {
    const reached = ["clear", "signed_out", "outdated", "server_older", "read_only", "refused"].includes(told);
    if (reached && !running && performance.now() - heard > kAgainAfter) void round();
  };
}

/** Before a login there is no database: the page has the rules until it closes. */
export async function borrowRules(engine: Engine, state: () => State, send: Send): Promise<void> {
  await fetchRules(world(engine, { kept: async () => [], keep: async (arrived) => tellRules(state, send, arrived) }));
}

type Keeping = Pick<RulesWorld, "kept" | "keep">;

function world(engine: Engine, store: Keeping): RulesWorld {
  return {
    list: api.rules,
    text: api.ruleText,
    digest: engine.digestOf,
    add: engine.admitRules,
    builtIn: async () =>
      new Map(await Promise.all((await engine.builtIn()).map(async (pack) => [nameOf(pack), (await engine.digestOf(JSON.stringify(pack))) ?? ""] as const))),
    now: nowInJapan,
    ...store,
  };
}

function keeping(storage: Storage, state: () => State, send: Send): Keeping {
  return {
    kept: () => storage.ask({ name: "rules" }),
    keep: async (arrived, refused) => {
      try {
        send({ type: "view", snapshot: await storage.ask({ name: "keep_rules", arrived, refused }) });
      } catch (error) {
        tellRules(state, send, arrived); // the next round keeps them
        throw error;
      }
    },
  };
}

/** The engine has rules that no database told of: the page must know them, too. */
function tellRules(state: () => State, send: Send, arrived: readonly RuleText[]): void {
  const { learned, unread } = state().rules;
  send({ type: "rules_learned", packs: arrived.map(packIn), learned, unread });
}
