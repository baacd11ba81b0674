// Without an account: a ledger on this phone alone, and what becomes of it when its owner logs in.

import assert from "node:assert/strict";
import { addCredit, logInOnNewTab, main, notice, sheet, syncLine, tab, tap, typeDate, typeLogin } from "./desk.mjs";
import { sees, seesNo, speaksPlainly } from "./seeing.mjs";

const lecture = (title) => ({ kind: "eラーニング", date: "2026-11-15", units: "1", provider: "薬ゼミ G13", title });

export default async function (test) {
  await test("a guest keeps a ledger on this phone, without the server; registering, it joins the account when asked for", async ({ server, phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await guest(mine);
    await mine.installed(page);
    await addCredit(page, lecture("登録する前の一件"));
    await sees(main(page), "この端末だけに記録しています");
    await seesNo(main(page), "未送信");
    assert.deepEqual(mine.requests.filter((each) => each.url().includes("/sync") || each.url().endsWith("/me")), [], "asked of the server");

    await mine.offline(true);
    await page.reload();
    await tab(page, "単位");
    await sees(main(page), "すべて 1", "登録する前の一件");
    await mine.offline(false);

    await syncLine(page).click();
    await sees(main(page), "登録していないので、サーバーには何も送っていません");
    await speaksPlainly(page);
    await tap(main(page), "会員登録する");
    await sees(main(page), "確かめてからアカウントに加えられます");
    await typeLogin(page, "midori@example.jp", "himawari-batake-7");
    await tap(main(page), "登録する");
    await sees(main(page), "登録する前の記録を、アカウントに加えますか", "midori@example.jp", "単位", "1件", "認定期間の初日", "あり");
    await speaksPlainly(page);
    await tap(main(page), "このアカウントに加える");
    await sees(notice(page), "記録をアカウントに加えました");
    await sees(syncLine(page), "同期済み");
    await tab(page, "単位");
    await sees(main(page), "すべて 1", "登録する前の一件");
    assert.deepEqual(await kept(page), { guest: null, promised: null, databases: 1 });
    assert.equal(server.log.includes("fault"), false, server.log);
  });

  await test("put off, the guest's records go nowhere and stay; later they join, or are erased on confirmation", async ({ phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await guest(mine);
    await addCredit(page, lecture("置いておく一件"));
    await tap(page, "設定");
    await sees(main(page), "登録していません", "会員登録する", "記録をファイルに保存");
    await tap(main(page), "登録済みの方はログイン");
    await logInFromGuest(page, mine.server);
    await tap(main(page), "今はしない");
    await tab(page, "単位");
    await sees(main(page), "すべて 45");
    await seesNo(main(page), "置いておく一件");

    await tap(page, "設定");
    await page.reload();
    await tap(main(page), /^登録する前の記録/);
    await tap(main(page), "この端末の記録を消す");
    await sees(sheet(page), "単位1件と、入力した内容が消えます。元には戻せません。");
    await tap(sheet(page), "やめる");
    await tap(main(page), "この端末の記録を消す");
    await tap(sheet(page), "消す");
    await sees(main(page), "申請期間");
    await tap(page, "設定");
    await seesNo(main(page), "登録する前の記録");
    assert.deepEqual(await kept(page), { guest: null, promised: null, databases: 1 });
  });

  await test("joining that is interrupted goes on at the next start, and doubles nothing", async ({ phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await guest(mine);
    await addCredit(page, lecture("途中で切れた一件"));
    await tap(page, "設定");
    await tap(main(page), "登録済みの方はログイン");
    await logInFromGuest(page, mine.server);
    // As where the page was closed after the word of the user, and again after the changes were in: the promise stands.
    const account = await page.evaluate(() => JSON.parse(localStorage.getItem("kensan.account")).id);
    await page.evaluate((id) => localStorage.setItem("kensan.guest_promised", JSON.stringify(id)), account);
    await page.reload();
    await sees(notice(page), "記録をアカウントに加えました");
    // Both have a first day of the period: the user chooses, and nothing else waits for that.
    await sees(syncLine(page), "内容がちがう変更 1件。どちらを残しますか");
    await syncLine(page).click();
    await tap(main(page), /^認定期間の変更/);
    await sees(main(page), "選ぶまで、両方を残しておきます");
    await tap(main(page), "サーバーの内容を残す");
    await tap(main(page), "戻る");
    await sees(syncLine(page), "同期済み");
    await tab(page, "単位");
    await sees(main(page), "すべて 46", "途中で切れた一件");
    const elsewhere = await logInOnNewTab(await phone());
    await tab(elsewhere, "単位");
    await sees(main(elsewhere), "すべて 46", "途中で切れた一件");
  });
}

/** Starts a ledger without an account, with a certificate from April 2024. */
async function guest(phone) {
  const page = await phone.open();
  await sees(main(page), "記録はこの端末だけに残ります");
  await tap(main(page), "登録せずに使う");
  await tap(main(page), "持っている");
  await typeDate(page.getByRole("group", { name: "認定期間の初日" }), "2024-04-01");
  await tap(main(page), "この日付で進む");
  await sees(main(page), "まだ単位がありません");
  return page;
}

async function logInFromGuest(page, server) {
  await typeLogin(page, "demo@example.jp", server.password);
  await tap(main(page), "ログインする");
  await sees(main(page), "登録する前の記録を、アカウントに加えますか", "demo@example.jp");
}

/** What is remembered of a guest, and how many accounts' folders have anything in them. */
const kept = (page) => page.evaluate(async () => {
  let databases = 0;
  for await (const [, account] of (await (await navigator.storage.getDirectory()).getDirectoryHandle("kensan")).entries()) {
    for await (const name of account.keys()) {
      databases += name === "" ? 0 : 1;
      break;
    }
  }
  return { guest: localStorage.getItem("kensan.guest"), promised: localStorage.getItem("kensan.guest_promised"), databases };
});
