import assert from "node:assert/strict";
import { test } from "node:test";
import { carryOut } from "../../www/src/storage/commands";
import type { RefusedRule, RuleText } from "../../www/src/storage/ledger";
import { migrate } from "../../www/src/storage/migrations";
import type { Snapshot } from "../../www/src/storage/protocol";
import { credit, now, Phone } from "./phone";

const rule = (text: string, digest: string, kept_at = now): RuleText => ({ scheme: "G99", edition: "2026-11-01", digest, kept_at, text });
const keep = (phone: Phone, arrived: readonly RuleText[], refused: readonly RefusedRule[] = []) =>
  plain((carryOut(phone.db, true, { name: "keep_rules", arrived, refused }) as Snapshot).rules);
const texts = (phone: Phone) => plain(carryOut(phone.db, true, { name: "rules" }) as readonly RuleText[]);
// SQLite's rows have no prototype.
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

test("a kept pack is never exchanged; its text can only be put right", () => {
  const phone = new Phone();
  keep(phone, [rule("{}", "d1")]);
  keep(phone, [rule("{}", "d1")]); // the command came twice
  assert.deepEqual(texts(phone), [rule("{}", "d1")]);
  keep(phone, [rule('{"other":1}', "d2")]);
  assert.deepEqual(texts(phone), [rule("{}", "d1")]);
  phone.db.exec("UPDATE rules SET text = 'damaged'");
  keep(phone, [rule("{}", "d1", "2026-12-01T00:00:00")]);
  assert.deepEqual(texts(phone), [rule("{}", "d1", "2026-12-01T00:00:00")]);
});

test("the view names the kept packs without their texts, and what was refused last", () => {
  const phone = new Phone();
  const refused = [{ scheme: "G98", edition: "2026-11-01", fault: "unlike" }] as const;
  const { text: _, ...named } = rule("{}", "d1");
  assert.deepEqual(keep(phone, [rule("{}", "d1")], refused), { kept: [named], refused });
  assert.deepEqual(keep(phone, []), { kept: [named], refused: [] });
});

test("a ledger that is opened again is left as it is", () => {
  const phone = new Phone();
  phone.put(credit("a"));
  assert.equal(migrate(phone.db), "ready");
  assert.deepEqual(phone.units(), { a: 1 });
});

test("a ledger of the first version is carried over, its credits and all", () => {
  const old = new Phone();
  old.put(credit("a"));
  old.db.exec("DROP TABLE rules; DROP TABLE blobs; PRAGMA user_version = 1");
  assert.equal(migrate(old.db), "ready");
  assert.deepEqual([old.units(), texts(old)], [{ a: 1 }, []]);
});
