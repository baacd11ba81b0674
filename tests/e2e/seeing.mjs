// What a person sees, asked until it is so: no sleeps, no timed assertions, one generous deadline.

import assert from "node:assert/strict";

/** Milliseconds: for a machine that has much else to do. */
export const kDeadline = Number(process.env.KENSAN_DEADLINE ?? 60_000);
const kAskAgain = 50;

/** Asks until `look` does not throw any more; answers what it answers. */
export async function eventually(look) {
  const end = performance.now() + kDeadline;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((again) => setTimeout(again, kAskAgain));
    }
  }
}

/** Line breaks and spaces are the layout's: they carry nothing in Japanese. */
const squeezed = (text) => text.replace(/\s+/g, "");

const textOf = async (place) => squeezed(await place.innerText({ timeout: kAskAgain * 20 }));

/** Waits until every sentence stands on `place`. */
export function sees(place, ...sentences) {
  return eventually(async () => {
    const text = await textOf(place);
    const missing = sentences.filter((sentence) => !text.includes(squeezed(sentence)));
    assert.deepEqual(missing, [], `not on the page: ${missing.join(" | ")}\nThe page says: ${text}`);
  });
}

/** Waits until the sentences stand there in this order. */
export function seesInOrder(place, ...sentences) {
  return eventually(async () => {
    const text = await textOf(place);
    let from = 0;
    for (const sentence of sentences.map(squeezed)) {
      const at = text.indexOf(sentence, from);
      assert.ok(at >= 0, `not on the page after the ones before: ${sentence}\nThe page says: ${text}`);
      from = at + sentence.length;
    }
  });
}

/** Waits until none of the sentences stands there any more. */
export function seesNo(place, ...sentences) {
  return eventually(async () => {
    const text = await textOf(place);
    const there = sentences.filter((sentence) => text.includes(squeezed(sentence)));
    assert.deepEqual(there, [], `on the page: ${there.join(" | ")}\nThe page says: ${text}`);
  });
}

/** The messages that stand at a field: those its description names, if they can be seen. */
export async function messagesAt(field) {
  return field.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id))
      .filter((found) => found?.checkVisibility()).map((found) => found.innerText.trim()));
}

export function seesAtField(field, sentence) {
  return eventually(async () => {
    const messages = await messagesAt(field);
    assert.ok(messages.includes(sentence), `at the field: ${JSON.stringify(messages)}, not ${sentence}`);
  });
}

// Of the contract and the rule packs; people get sentences.
const kCodes = [
  "cap_credit", "cap_day", "cap_year", "cap_period", "cap_others", "void", "future", "duplicate", "used", "used_for", "transferred_out", "not_accepted",
  "before_registration", "outside_period", "internet", "assembly", "self_study", "group", "practicum", "correspondence", "designated", "presentation", "paper",
  "renewal", "eligible", "can_apply", "TAMETOKO", "provisional", "confirmed", "differs", "not_eligible", "undefined", "null", "NaN", "Object",
];
const kCode = new RegExp(`(?<![\\w@.-])(?:${kCodes.join("|")})(?![\\w@-])|[0-9a-f]{8}-[0-9a-f]{4}-`);

/** Neither eyes nor ears get a code, an id or a programmer's value anywhere on the page. */
export async function speaksPlainly(page) {
  const text = await page.evaluate(() => {
    const heard = [...document.querySelectorAll("[aria-label], [title], [alt], [placeholder]")]
      .flatMap((element) => ["aria-label", "title", "alt", "placeholder"].map((name) => element.getAttribute(name) ?? ""));
    return [document.body.innerText, ...heard].join("\n");
  });
  assert.equal(kCode.exec(text)?.[0], undefined, `a code on the page:\n${text}`);
}
