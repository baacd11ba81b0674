// Weeks apart: two phones that changed the same credit, a server put back to an older copy, a server of another age, and a clock
// that is wrong.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { addCredit, logInOnNewTab, lookAtAgain, main, openCredit, save, sheet, syncLine, tab, tap, typeCredit } from "./desk.mjs";
import { sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const kShared = "オンライン服薬指導の進め方";
const kWeeksLater = "2026-12-12T08:24:00";

export default async function (test) {
  for (const [choice, there, count] of [["この端末の内容を残す", "三週間後の題", 46], ["削除したままにする", null, 45]]) {
    await test(`one phone deleted what another changed, both weeks without the network: both stand side by side, "${choice}" is what stays`, async ({ phone }) => {
      const phones = [await phone(), await phone()];
      const [first, second] = [await logInOnNewTab(phones[0]), await logInOnNewTab(phones[1])];
      for (const each of phones) await each.offline(true);
      await openCredit(first, kShared);
      await tap(main(first), "この単位を削除する");
      await tap(sheet(first), "削除する");
      await openCredit(second, kShared);
      await typeCredit(second, { title: "三週間後の題" });
      await save(second);
      await addCredit(second, { date: "2026-11-20", units: "1", title: "ほかの一件" });
      for (const each of phones) await each.context.clock.setFixedTime(`${kWeeksLater}+09:00`);
      await phones[0].offline(false);
      await lookAtAgain(first);
      await sees(syncLine(first), "同期済み");
      await phones[1].offline(false);
      await lookAtAgain(second);
      await sees(syncLine(second), "内容がちがう変更 1件。どちらを残しますか");
      await sees(second.locator("body"), "この端末の日付が、21日進んでいます。", "申請日は、サーバーの日付です");

      await syncLine(second).click();
      await tap(main(second), /^単位の登録・変更/);
      await seesInOrder(main(second), "一方では変更され、もう一方では削除されています", "三週間後の題", "この端末の内容", "三週間後の題", "この端末の内容を残す", "サーバーの内容", "削除", "削除したままにする");
      await speaksPlainly(second);
      await tap(main(second), choice);
      for (const page of [second, first]) {
        await page.goto(`${page.url().split("#")[0]}#/ledger`);
        await lookAtAgain(page);
        await sees(main(page), `すべて ${count}`, "ほかの一件", ...(there === null ? [] : [there]));
        await sees(syncLine(page), "同期済み");
      }
    });
  }

  await test("a server put back to a copy from before: the phones hand on what it lacks, and nothing is doubled", async ({ server, phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await addCredit(page, { date: "2026-11-15", units: "1", title: "写しの前の一件" });
    await sees(syncLine(page), "同期済み");
    const copy = join(server.data, "..", `${server.data.split("/").at(-1)}-copy.sqlite`);
    await server.command("backup", copy, "--data", server.data);
    await addCredit(page, { date: "2026-11-16", units: "1", title: "写しの後の一件" });
    await openCredit(page, kShared);
    await typeCredit(page, { title: "写しの後の題" });
    await save(page);
    await sees(syncLine(page), "同期済み");

    mine.expectsNoNetwork();
    mine.expects(/status of 401/);
    await server.stop();
    await server.command("restore", copy, "--data", server.data);
    await server.startAgain();
    await rm(copy, { force: true });
    await lookAtAgain(page);
    await addCredit(page, { date: "2026-11-17", units: "1", title: "戻したあとの一件" });
    await page.reload();
    await tab(page, "単位");
    await sees(main(page), "すべて 48", "写しの前の一件", "写しの後の一件", "写しの後の題", "戻したあとの一件");
    await sees(syncLine(page), "同期済み");
    const elsewhere = await logInOnNewTab(await phone());
    await tab(elsewhere, "単位");
    await sees(main(elsewhere), "すべて 48", "写しの前の一件", "写しの後の一件", "写しの後の題", "戻したあとの一件");
    assert.equal(server.log.includes("fault"), false, server.log);
  });

  for (const [code, words, line] of [
    ["schema", "サーバーの更新を待っています。", "サーバーの更新を待っています"],
    ["schema_old", "このアプリは古い版です。", "アプリを新しくすると送信します"],
  ]) {
    await test(`a server of another age (${code}) is told as what it is; everything waits, and goes once they understand each other`, async ({ phone }) => {
      const mine = await phone();
      mine.expects(/status of 409/);
      const page = await logInOnNewTab(mine);
      await mine.installed(page);
      await mine.context.route("**/api/v1/sync", (route) => route.fulfill({ status: 409, json: { errors: [{ at: "/schema", code, message: "" }] } }));
      await addCredit(page, { date: "2026-11-15", units: "1", title: "待っている一件" });
      await sees(syncLine(page), line);
      await syncLine(page).click();
      await seesInOrder(main(page), words, "送信を待っている変更", "待っている一件");
      await speaksPlainly(page);
      await mine.context.unroute("**/api/v1/sync");
      await lookAtAgain(page);
      await sees(main(page), "すべて送信しました");
      await seesNo(main(page), words);
    });
  }
}
