import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Outcome } from "../../www/src/server/api";
import { fetchRules, type RulesWorld } from "../../www/src/server/rules";
import type { RefusedRule, RuleText } from "../../www/src/storage/ledger";

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
const packText = (scheme: string, effective: string, more = ""): string => JSON.stringify({ scheme, effective, more });
const kG99 = packText("G99", "2026-11-01");
const now = "2026-11-21T08:24:00";

const listing = (text: string, digest = sha(text)) => {
  const { scheme, effective } = JSON.parse(text) as { scheme: string; effective: string };
  return { scheme, edition: effective, status: "confirmed", digest } as const;
};
const keptRule = (text: string, digest = sha(text)): RuleText => {
  const { scheme, edition } = listing(text);
  return { scheme, edition, digest, kept_at: "2026-11-01T00:00:00", text };
};

interface Offer {
  readonly list?: readonly unknown[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly kept?: readonly RuleText[];
  readonly builtIn?: Readonly<Record<string, string>>;
  readonly wrong?: Readonly<Record<string, string>>;
}

/** A server, an engine and a database for one round; `told` is what happened, in order. */
function around(offer: Offer): RulesWorld & { readonly told: string[]; arrived: readonly RuleText[]; refused: readonly RefusedRule[] | null } {
  const gone: Outcome<never> = { sort: "fault", offline: true };
  const told: string[] = [];
  const world = {
    told, arrived: [] as readonly RuleText[], refused: null as readonly RefusedRule[] | null,
    list: async () => (offer.list === undefined ? gone : { sort: "answer", value: { rules: offer.list } } as Outcome<never>),
    text: async (named: string) => {
      told.push(`fetch ${named}`);
      const text = offer.texts?.[named];
      return text === undefined ? gone : { sort: "answer", value: text } as const;
    },
    digest: async (text: string) => sha(text),
    add: async (text: string) => {
      told.push("add");
      const code = offer.wrong?.[text];
      if (code === "fault") throw new Error("the engine was not there");
      return code === undefined ? [] : [{ code, at: "", message: "" }];
    },
    builtIn: async () => new Map(Object.entries(offer.builtIn ?? {})),
    kept: async () => offer.kept ?? [],
    keep: async (arrived: readonly RuleText[], refused: readonly RefusedRule[]) => {
      told.push("keep");
      Object.assign(world, { arrived, refused });
    },
    now: () => now,
  };
  return world;
}

test("a pack that is not here is fetched, compared, given to the engine, and only then kept", async () => {
  const world = around({ list: [listing(kG99)], texts: { "G99@2026-11-01": kG99 } });
  assert.equal(await fetchRules(world), true);
  assert.deepEqual(world.told, ["fetch G99@2026-11-01", "add", "keep"]);
  assert.deepEqual(world.arrived, [{ scheme: "G99", edition: "2026-11-01", digest: sha(kG99), kept_at: now, text: kG99 }]);
});

test("what came with the app or is kept already is not fetched", async () => {
  const mine = packText("G13", "2024-05-01");
  const world = around({ list: [listing(mine), listing(kG99)], builtIn: { "G13@2024-05-01": sha(mine) }, kept: [keptRule(kG99)] });
  assert.equal(await fetchRules(world), true);
  assert.deepEqual([world.told, world.arrived, world.refused], [["keep"], [], []]);
});

test("a refused pack reaches neither the database nor, where its bytes are not the listed ones, the engine", async (t) => {
  const refusal = async (offer: Offer) => {
    const world = around({ list: [listing(kG99)], ...offer });
    assert.equal(await fetchRules(world), true);
    assert.deepEqual(world.arrived, []);
    return [world.refused?.map((each) => each.fault).join(), world.told.includes("add")];
  };
  const texts = (text: string) => ({ texts: { "G99@2026-11-01": text } });
  await t.test("other bytes than listed", async () => assert.deepEqual(await refusal(texts(`${kG99} `)), ["unlike", false]));
  await t.test("another pack under its name", async () => {
    const other = packText("G13", "2026-11-01");
    assert.deepEqual(await refusal({ list: [{ ...listing(kG99), digest: sha(other) }], ...texts(other) }), ["unlike", false]);
    assert.deepEqual(await refusal({ list: [{ ...listing(kG99), digest: sha("null") }], ...texts("null") }), ["unlike", false]);
  });
  await t.test("a form that this app does not know", async () => assert.deepEqual(await refusal({ ...texts(kG99), wrong: { [kG99]: "unknown_field" } }), ["outdated", true]));
  await t.test("an edition that the engine has with another content", async () => assert.deepEqual(await refusal({ ...texts(kG99), wrong: { [kG99]: "edited" } }), ["edited", true]));
  await t.test("an edition that is kept with another content: not even fetched", async () => {
    assert.deepEqual(await refusal({ ...texts(kG99), kept: [keptRule(packText("G99", "2026-11-01", "as it was"))] }), ["edited", false]);
  });
  await t.test("an edition that came with the app with another content", async () => {
    assert.deepEqual(await refusal({ ...texts(kG99), builtIn: { "G99@2026-11-01": sha("as it was") } }), ["edited", false]);
  });
});

test("a damaged copy is fetched again, if the server still has the same content", async () => {
  const damaged = { ...keptRule(kG99), text: `${kG99}\0` };
  const world = around({ list: [listing(kG99)], texts: { "G99@2026-11-01": kG99 }, kept: [damaged] });
  await fetchRules(world);
  assert.deepEqual(world.arrived.map(({ text, digest }) => [text, digest]), [[kG99, sha(kG99)]]);
  const edited = around({ list: [listing(packText("G99", "2026-11-01", "new"))], kept: [damaged] });
  await fetchRules(edited);
  assert.deepEqual([edited.arrived, edited.refused], [[], [{ scheme: "G99", edition: "2026-11-01", fault: "edited" }]]);
});

test("a network that breaks in between loses nothing of the others, and is tried again", async () => {
  const other = packText("G98", "2026-11-01");
  const world = around({ list: [listing(other), listing(kG99)], texts: { "G99@2026-11-01": kG99 } });
  assert.equal(await fetchRules(world), false);
  assert.deepEqual([world.arrived.map(({ scheme }) => scheme), world.refused], [["G99"], []]);
  const unjudged = around({ list: [listing(kG99)], texts: { "G99@2026-11-01": kG99 }, wrong: { [kG99]: "fault" } });
  assert.equal(await fetchRules(unjudged), false);
  assert.deepEqual([unjudged.arrived, unjudged.refused], [[], []]);
  const silent = around({});
  assert.equal(await fetchRules(silent), false);
  assert.deepEqual(silent.told, []);
});

test("a listing of another form is passed over, one that would leave the route, too", async () => {
  const strange = [null, 7, { scheme: "../me", edition: "2026-11-01", digest: sha("") }, { scheme: "G99", edition: "2026-11-01/x", digest: sha("") }, { ...listing(kG99), digest: "A".repeat(64) }];
  const world = around({ list: strange });
  assert.equal(await fetchRules(world), true);
  assert.deepEqual(world.told, ["keep"]);
});
