// The photo in a credit's form: what is written with the credit, and what happens when preparing takes its time.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Photo } from "../../www/src/storage/ledger";
import { ja } from "../../www/src/text/photo-ja";
import { en } from "../../www/src/text/photo-en";
import { after, asked, credit, started } from "./states";

const file = new File(["x"], "IMG_1.jpg");
const blob = { sha256: "a".repeat(64), type: "image/jpeg", bytes: 3, data: new Uint8Array([1, 2, 3]) } as const;
const attachment = { sha256: blob.sha256, type: blob.type, bytes: blob.bytes };
const there: Photo = { ...attachment, here: true, state: "sent", reason: null };

const choose = { type: "choose_photo", file } as const;
const prepared = { type: "photo_prepared", photo: blob } as const;
const unfit = { type: "photo_unfit", code: "not_a_photo" } as const;
const save = { type: "save_credit" } as const;

function form(photos: Readonly<Record<string, Photo>> = {}) {
  const state = after(started({ credits: [credit("a")], photos }), { type: "go", route: { name: "credit", id: "a" } }).state;
  return after(state, { type: "credit_judged", draft: state.credit_form!.draft, errors: [], effect: null }).state;
}

const written = (effects: ReturnType<typeof after>["effects"]) => asked(effects, "append").map(({ changes, blobs }) => [changes.map((each) => [each.kind, each.body]), blobs]);

test("a photo alone is saved without writing the credit again; its bytes go with it", () => {
  const { effects } = after(form(), choose, prepared, save);
  assert.deepEqual(written(effects), [[[["put_attachment", attachment]], [blob]]]);
});

test("save while the photo is being prepared: it is saved once, with the photo, as soon as that is ready", () => {
  const pressed = after(form(), choose, save);
  assert.deepEqual([asked(pressed.effects, "append"), pressed.state.credit_form!.saving], [[], true]);
  assert.deepEqual(written(after(pressed.state, prepared).effects), [[[["put_attachment", attachment]], [blob]]]);
});

test("save while a file is read that turns out to be no photo: nothing is saved without it, and the reason is told", () => {
  const { state, effects } = after(form(), choose, save, unfit);
  assert.deepEqual(asked(effects, "append"), []);
  assert.deepEqual([state.credit_form!.saving, state.credit_form!.photo.problem], [false, "not_a_photo"]);
  assert.equal(asked(after(state, save).effects, "append").length, 1);
});

test("a file that cannot be taken leaves the photo that was chosen before it", () => {
  const { state } = after(form(), choose, prepared, choose, unfit);
  assert.deepEqual(state.credit_form!.photo, { now: "chosen", chosen: blob, problem: "not_a_photo" });
});

test("removing waits for saving and can be taken back; a deleted credit takes its photo with it", () => {
  const state = form({ a: there });
  assert.deepEqual(written(after(state, { type: "remove_photo" }, save).effects), [[[["delete_attachment", null]], undefined]]);
  assert.equal(after(state, { type: "remove_photo" }, { type: "keep_photo" }).state.credit_form!.photo.now, "kept");
  assert.deepEqual(written(after(state, { type: "delete_credit", id: "a" }).effects), [[[["delete_attachment", null], ["delete_credit", null]], undefined]]);
});

test("every refusal of the server has its sentence in both languages, and none is doubled", () => {
  assert.deepEqual(Object.keys(ja.problems), Object.keys(en.problems));
  for (const code of ["dangerous", "unsupported_media_type", "too_large", "quota", "mismatch"]) {
    assert.equal(ja.refused(ja.problems[code]!).match(/受け取れ/g)!.length, 1, code);
    assert.equal(/[\u3000-\u9fff]/.test(en.refused(en.problems[code]!)), false, code);
  }
});
