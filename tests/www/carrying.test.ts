// Logging out with unsent changes, files of them, and a guest's ledger: what is asked of the world, and when.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../www/src/storage/ledger";
import { account, after, asked, credit, fresh, me, packs, snapshot, started } from "./states";

const waiting = (id: string): Operation =>
  ({ id, seq: 1, kind: "put_credit", entity: id, body: credit(id), client_time: "2026-11-21T08:12:00", state: "pending", reason: null, errors: [] });
const leave = { type: "log_out", discard_waiting: true } as const;
const erasing = (state: Parameters<typeof after>[0]) => asked(after(state, leave).effects, "log_out").length;

test("a logout erases at once only where nothing would be lost", async (t) => {
  const two = started({ waiting: [waiting("a"), waiting("b")] });
  await t.test("with everything sent it does", () => assert.equal(erasing(started()), 1));
  await t.test("with something unsent it asks, and does not go through unasked", () => {
    const first = after(two, { type: "log_out", discard_waiting: false });
    assert.deepEqual([first.state.sheet, asked(first.effects, "log_out"), erasing(first.state)], [{ name: "log_out" }, [], 0]);
  });
  await t.test("after a file of all of it, it goes through; what came after the file counts again", () => {
    const saved = after(two, { type: "file_saved", held: ["a", "b"] }).state;
    assert.equal(erasing(saved), 1);
    assert.equal(erasing(after(saved, { type: "view", snapshot: snapshot({ waiting: [waiting("b"), waiting("c")] }) }).state), 0);
  });
  await t.test("given up by the user it goes through; asked again, that has to be said again", () => {
    const given = after(two, { type: "give_up", given_up: true }).state;
    assert.equal(erasing(given), 1);
    assert.equal(erasing(after(given, { type: "log_out", discard_waiting: false }).state), 0);
  });
  await t.test("a photo whose bytes no server has counts, refused or not, and so does what is not settled; a file of it is enough", () => {
    const photo = { sha256: "f".repeat(64), type: "image/jpeg", bytes: 1, here: true, state: "waiting", reason: null } as const;
    const taken = started({ photos: { a: photo } });
    assert.deepEqual([erasing(taken), erasing(after(taken, { type: "file_saved", held: [photo.sha256] }).state)], [0, 1]);
    assert.equal(erasing(started({ photos: { a: { ...photo, state: "refused", reason: "quota" } } })), 0);
    assert.equal(erasing(started({ photos: { a: { ...photo, state: "sent" } } })), 1);
    const refused = started({ rejected: [{ ...waiting("a"), state: "rejected", reason: "invalid" }] });
    assert.deepEqual([erasing(refused), erasing(after(refused, { type: "file_saved", held: ["a"] }).state)], [0, 1]);
  });
});

test("a file is made of this account, named by today, and one that is read in is said to be in only when it is", () => {
  const [file] = asked(after(started(), { type: "save_file" }).effects, "export_waiting");
  assert.deepEqual([file?.account, file?.name], [account.id, "Kensan_未送信_2026-11-21.json"]);
  const reading = after(started(), { type: "read_file", file: {} as File }, { type: "read_file", file: {} as File });
  assert.equal(asked(reading.effects, "import_file").length, 1);
  assert.deepEqual(reading.state.carrying.reading, { state: "reading" });
  const read = after(reading.state, { type: "file_read", snapshot: snapshot({ waiting: [waiting("a")] }), taken: 1 });
  assert.deepEqual([read.state.carrying.reading, read.state.sync.waiting.length, asked(read.effects, "sync").length], [{ state: "read", taken: 1 }, 1, 1]);
  assert.deepEqual(after(reading.state, { type: "file_refused", why: "bad_file" }).state.carrying.reading, { state: "refused", why: "bad_file" });
});

test("a guest's ledger", async (t) => {
  const visitor = after(fresh(), { type: "engine_ready", packs, version: "1" }, { type: "no_account" }).state;
  const begun = after(visitor, { type: "start_guest" });
  const guest = after(begun.state, { type: "view", snapshot: snapshot({ profile: null, last_synced: null, office: [], waiting: [waiting("a")] }) });
  const found = { type: "guest_found", guest: { credits: 2, profile: true, person: false }, ask: true, promised: false } as const;

  await t.test("begins on the word of the user, and opens without any server", () => {
    assert.deepEqual([asked(begun.effects, "begin_guest").length, asked(begun.effects, "open_account")[0]?.account.id], [1, "guest"]);
    assert.deepEqual([guest.state.phase, guest.state.session, guest.state.route.name], ["ready", "guest", "start"]);
  });
  await t.test("is no business of the server's, not at the next start either", () => {
    const next = after(fresh(), { type: "engine_ready", packs, version: "1" }, { type: "account_found", account: { id: "guest", email: "", demo: false } }, { type: "network", online: true });
    assert.deepEqual([next.state.session, asked(next.effects, "meet_server"), asked(next.effects, "look_for_guest")], ["guest", [], []]);
  });
  await t.test("may log in from there; after a login it is looked for, and the page asks", () => {
    assert.equal(after(guest.state, { type: "go", route: { name: "login" } }).state.route.name, "login");
    const signed = after(guest.state, { type: "signed_in", me });
    assert.deepEqual(asked(signed.effects, "look_for_guest"), [{ do: "look_for_guest", account: account.id, ask: true }]);
    assert.deepEqual([signed.state.session, signed.state.sync.waiting], ["in", []]);
    const asking = after(signed.state, { type: "view", snapshot: snapshot() }, found).state;
    assert.deepEqual([asking.route.name, asking.carrying.guest?.credits], ["join", 2]);
  });
  const asking = after(started(), found).state;
  await t.test("joins only when the user says so, once", () => {
    assert.deepEqual(asked(after(started(), found).effects, "join_guest"), []);
    const joining = after(asking, { type: "join_guest" }, { type: "join_guest" });
    assert.deepEqual(asked(joining.effects, "join_guest"), [{ do: "join_guest", account: account.id }]);
    const joined = after(joining.state, { type: "guest_joined", snapshot: snapshot({ waiting: [waiting("a")] }) });
    assert.deepEqual([joined.state.carrying.guest, joined.state.route.name, joined.state.notice?.kind, asked(joined.effects, "sync").length], [null, "home", "joined", 1]);
  });
  await t.test("that was to join when something came between goes on without asking again", () => {
    const resumed = after(started(), { ...found, ask: false, promised: true });
    assert.deepEqual(asked(resumed.effects, "join_guest"), [{ do: "join_guest", account: account.id }]);
  });
  await t.test("brings its own answers to the first questions", () => {
    const empty = after(started({ profile: null }), found, { type: "put_off_guest" }).state;
    assert.equal(empty.route.name, "start");
    assert.equal(after(empty, { type: "go", route: { name: "join" } }, { type: "join_guest" }, { type: "guest_joined", snapshot: snapshot() }).state.route.name, "home");
    assert.equal(after(empty, { type: "join_guest" }, { type: "guest_joined", snapshot: snapshot() }).state.route.name, "home");
  });
  await t.test("put off it stays, to be found in the settings; a start does not ask by itself", () => {
    const later = after(asking, { type: "put_off_guest" });
    assert.deepEqual([later.state.route.name, later.state.carrying.guest?.credits, asked(later.effects, "join_guest")], ["home", 2, []]);
    assert.equal(after(started(), { ...found, ask: false }).state.route.name, "home");
  });
  await t.test("could not be kept in the account: the question stands again", () => {
    const failed = after(asking, { type: "join_guest" }, { type: "store_failed", fault: "full" }).state;
    assert.deepEqual([failed.carrying.joining, failed.carrying.guest?.credits, failed.notice?.kind], [false, 2, "save_failed"]);
  });
});

test("what was refused for a passing reason can be sent again as a new change, which settles it", () => {
  const refused: Operation = { ...waiting("a"), state: "rejected", reason: "unknown_kind" };
  const [again] = asked(after(started({ rejected: [refused] }), { type: "resend_rejected", id: "a" }).effects, "append");
  assert.deepEqual([again?.settles, again?.changes], ["a", [{ kind: "put_credit", entity: "a", body: credit("a") }]]);
});
