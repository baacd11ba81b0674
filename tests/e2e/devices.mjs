// 7: the same ledger on a second phone, and in two tabs at once; nothing is lost, and what differs is for the user to choose.

import assert from "node:assert/strict";
import { addCredit, logInOnNewTab, lookAtAgain, main, openCredit, save, syncLine, tab, tap, typeCredit } from "./desk.mjs";
import { eventually, sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const lecture = (title) => ({ kind: "eラーニング", date: "2026-11-15", units: "1", provider: "薬ゼミ G13", title });
const kShared = "オンライン服薬指導の進め方";

const synced = (page) => sees(syncLine(page), "同期済み");

export default async function (test) {
  await test("a second phone has the ledger; a change on one arrives on the other, by a reload or when it is looked at again", async ({ phone }) => {
    const first = await logInOnNewTab(await phone());
    const second = await logInOnNewTab(await phone());
    await tab(second, "単位");
    await sees(main(second), "すべて 45", kShared);

    await addCredit(first, lecture("電車の中の一件"));
    await synced(first);
    await lookAtAgain(second);
    await sees(main(second), "すべて 46", "電車の中の一件");

    await openCredit(second, "電車の中の一件");
    await typeCredit(second, { units: "2" });
    await save(second);
    await synced(second);
    await first.reload();
    await seesInOrder(main(first), "65", "/30単位", "払い出しが残っています");
  });

  await test("two tabs write at once and lose nothing; when the leading one is closed the other goes on", async ({ server, phone }) => {
    const mine = await phone();
    const leading = await logInOnNewTab(mine);
    const following = await mine.open("/ledger");
    await sees(main(following), "すべて 45");

    await Promise.all([write(leading, "左の窓", 2), write(following, "右の窓", 2)]);
    for (const page of [leading, following]) {
      await tab(page, "単位");
      await sees(main(page), "すべて 49", ...["左の窓", "右の窓"].flatMap((side) => [1, 2].map((n) => `${side}${n}`)));
      await synced(page);
    }

    await Promise.all([leading.close(), write(following, "残った窓", 2)]);
    await sees(main(following), "すべて 51", "残った窓1", "残った窓2");
    await synced(following);
    const elsewhere = await logInOnNewTab(await phone());
    await tab(elsewhere, "単位");
    await sees(main(elsewhere), "すべて 51", "左の窓2", "右の窓2", "残った窓2");
    assert.equal(server.log.includes("fault"), false, server.log);
  });

  for (const [choice, kept] of [["この端末の内容を残す", "二台目の題"], ["サーバーの内容を残す", "一台目の題"]]) {
    await test(`two phones change the same credit without the network: both versions are shown, and "${choice}" is what then stands everywhere`, async ({ phone }) => {
      const phones = [await phone(), await phone()];
      const [first, second] = [await logInOnNewTab(phones[0]), await logInOnNewTab(phones[1])];
      for (const each of phones) await each.offline(true);
      await rename(first, "一台目の題");
      await rename(second, "二台目の題");
      await phones[0].offline(false);
      await synced(first);
      await phones[1].offline(false);
      await sees(syncLine(second), "内容がちがう変更 1件。どちらを残しますか");

      await syncLine(second).click();
      await tap(main(second), /^単位の登録・変更/);
      await seesInOrder(main(second), "どちらを残しますか", "別の端末でも、同じものが変更されていました", "この端末の内容", "取得日", "単位数", "研修名", "二台目の題", "単位のある場所", "ためとこ", "この端末の内容を残す",
        "サーバーの内容", "取得日", "単位数", "研修名", "一台目の題", "単位のある場所", "ためとこ", "サーバーの内容を残す");
      await speaksPlainly(second);
      await phones[1].offline(true);
      await tap(main(second), choice);
      await seesNo(main(second), "この端末の内容を残す");
      if (kept === "二台目の題") await seesNo(main(second), "すべて送信しました");
      await phones[1].offline(false);
      for (const page of [second, first]) {
        await page.goto(`${page.url().split("#")[0]}#/ledger`);
        await lookAtAgain(page);
        await sees(main(page), kept, "すべて 45");
        await synced(page);
      }
      const [other] = ["一台目の題", "二台目の題"].filter((title) => title !== kept);
      for (const page of [first, second]) await seesNo(main(page), other, kShared);
    });
  }
}

async function write(page, title, times) {
  for (let n = 1; n <= times; n++) await addCredit(page, lecture(`${title}${n}`));
}

async function rename(page, title) {
  await openCredit(page, kShared);
  await typeCredit(page, { title });
  await save(page);
  await sees(main(page), title);
  await eventually(async () => assert.match(await syncLine(page).innerText(), /未送信 1件/));
}
