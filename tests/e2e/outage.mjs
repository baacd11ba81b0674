// 5: the server is killed. The app opens, all data is there, adding and judging work, a line says what waits and since when; once the
// server is back, everything drains by itself.

import assert from "node:assert/strict";
import { addCredit, logIn, logInOnNewTab, main, openCredit, save, syncLine, tab, tap, typeCredit } from "./desk.mjs";
import { eventually, sees, seesInOrder, speaksPlainly } from "./seeing.mjs";

export default async function (test) {
  await test("with the server killed the app opens again, judges and keeps what is added; when it is back all of it arrives by itself", async ({ server, phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    await server.kill();

    await page.reload();
    await seesInOrder(main(page), "薬ゼミ", "63", "/30単位", "あと2単位", "申請期間", "PECSの48単位を払い出す");
    await tab(page, "単位");
    await sees(main(page), "すべて 45", "認知症治療薬の最新の話題");

    await addCredit(page, { kind: "eラーニング", date: "2026-11-15", units: "1", provider: "薬ゼミ G13", title: "停電の夜の調剤" });
    await sees(main(page), "64単位を算入", "停電の夜の調剤");
    await sees(syncLine(page), "未送信 1件", "今日 8:24");
    await openCredit(page, "認知症治療薬の最新の話題");
    await typeCredit(page, { title: "認知症治療薬の最新の話題（改題）" });
    await save(page);
    await sees(syncLine(page), "未送信 2件");

    await page.close();
    const again = await mine.open("/ledger");
    await sees(main(again), "すべて 46", "停電の夜の調剤", "認知症治療薬の最新の話題（改題）");
    await tab(again, "ホーム");
    await seesInOrder(main(again), "64", "/30単位", "あと1単位");
    await syncLine(again).click();
    await seesInOrder(main(again), "送信を待っている変更", "単位の登録・変更", "2026/11/15 停電の夜の調剤", "今日 8:24から", "認知症治療薬の最新の話題（改題）");
    await speaksPlainly(again);

    await server.startAgain();
    await sees(main(again), "すべて送信しました");
    await tap(main(again), "戻る");
    await sees(syncLine(again), "同期済み 8:24");

    const other = await phone();
    const elsewhere = await other.open();
    await logIn(elsewhere, server);
    await tab(elsewhere, "単位");
    await sees(main(elsewhere), "すべて 46", "停電の夜の調剤", "認知症治療薬の最新の話題（改題）");
  });

  await test("whoever opens the app for the first time while the server is down gets no false statement", async ({ server, phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    const page = await mine.open();
    await mine.installed(page);
    await server.kill();
    await page.reload();
    await page.getByLabel("メールアドレス").fill("demo@example.jp");
    await page.getByLabel("パスワード").fill("nemunoki-no-hana");
    await tap(page, "ログインする");
    await sees(page.getByRole("alert"), "サーバーにつながりません。電波のあるところでお試しください");
    await server.startAgain();
    await logIn(page, server);
    await eventually(async () => assert.equal(await page.getByRole("alert").count(), 0));
  });

  await test("a page that could not be fetched says so and claims nothing; opened anew it is there", async ({ phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    // As where the browser grants no service worker, and the signal goes between the first page and the second.
    await mine.context.addInitScript(() => delete Navigator.prototype.serviceWorker);
    await mine.context.route("**/later-pages-*", (route) => route.abort());
    const page = await logInOnNewTab(mine);
    await tab(page, "申請");
    await sees(page.getByRole("alert"), "この画面を読み込めませんでした", "単位は失われません");
    await mine.context.unroute("**/later-pages-*");
    await tap(page, "開き直す");
    await sees(main(page), "申請前の確認");
  });

  await test("where the engine of the rarer questions could not be fetched, the page that asks says so, and the ledger goes on being judged", async ({ phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    await mine.context.addInitScript(() => delete Navigator.prototype.serviceWorker);
    const page = await logInOnNewTab(mine);
    for (const missing of [/\/whole-engine-worker-/, /\/kensan-[0-9a-f]{8}\.wasm/]) {
      await mine.context.route(missing, (route) => route.abort());
      await tap(main(page), /^すべての申請先をくらべる/);
      await sees(page.getByRole("alert"), "くらべられませんでした", "単位は失われません");
      await mine.context.unroute(missing);
      await tap(main(page), "戻る");
    }
    await addCredit(page, { date: "2026-11-15", units: "2" });
    await sees(main(page), "65", "払い出しが残っています");
    await tap(main(page), /^すべての申請先をくらべる/);
    await sees(main(page), "条件は満たしました");
  });
}
