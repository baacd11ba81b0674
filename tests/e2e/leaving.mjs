// Logging out with changes that no server has: a file of them, and back; an ended session; files that are not taken.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { kDemo } from "./demo-server.mjs";
import { addCredit, logIn, logInOnNewTab, main, notice, sheet, syncLine, tab, tap, typeLogin } from "./desk.mjs";
import { sees, seesNo, speaksPlainly } from "./seeing.mjs";

const kUnsent = "まだ送っていない一件";
const lecture = (title) => ({ date: "2026-11-15", units: "1", title });

export default async function (test) {
  await test("who logs out with unsent changes saves them as a file, which brings them back after the next login, once", async ({ server, phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    await mine.offline(true);
    for (const title of [kUnsent, "もう一件"]) await addCredit(page, lecture(title));
    await tap(page, "設定");
    await tap(main(page), "ログアウト");
    await sees(sheet(page), "未送信の変更が2件あります。", "電波がありません", "2件は失われます");
    const file = await savedBy(page, () => tap(sheet(page), "ファイルに保存する"));
    assert.equal(file.name, "Kensan_未送信_2026-11-21.json");
    await sees(sheet(page), "「Kensan_未送信_2026-11-21.json」に保存しました。");
    await seesNo(sheet(page), "失われます");
    await speaksPlainly(page);
    await tap(sheet(page), "ログアウトして、この端末から消す");
    await sees(main(page), "ログイン", "メールアドレス");

    await mine.offline(false);
    await logIn(page, server);
    await tab(page, "単位");
    await sees(main(page), "すべて 45");
    await tap(page, "設定");
    await readIn(page, file);
    await sees(main(page), "2件を読み込みました。", "順に送信します");
    await readIn(page, file);
    await sees(main(page), "新しい変更はありませんでした。");
    await tap(main(page), "戻る");
    await sees(syncLine(page), "同期済み");
    await sees(main(page), "すべて 47", kUnsent, "もう一件");
    const elsewhere = await logInOnNewTab(await phone());
    await tab(elsewhere, "単位");
    await sees(main(elsewhere), "すべて 47", kUnsent);
  });

  await test("with the signal back, the sheet sends what waits and then has nothing more to warn of", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.offline(true);
    await addCredit(page, lecture(kUnsent));
    await tap(page, "設定");
    await tap(main(page), "ログアウト");
    await sees(sheet(page), "未送信の変更が1件あります。");
    await mine.offline(false);
    await sees(sheet(page), "この端末の単位を消します。サーバーの単位は残ります。");
    await tap(sheet(page), "ログアウトする");
    await sees(main(page), "ログイン", "メールアドレス");
  });

  await test("a file that is none, and another account's file, are refused in words, and nothing changes", async ({ server, phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await tap(page, "設定");
    await readIn(page, { name: "写真.json", content: "{\"format\":" });
    await sees(page.getByRole("alert"), "このファイルは読み込めませんでした。", "いまの記録は変わっていません");
    await mine.offline(true);
    await tap(main(page), "戻る");
    await addCredit(page, lecture(kUnsent));
    await tap(page, "設定");
    const file = await savedBy(page, () => tap(main(page), /^未送信の記録をファイルに保存/));
    await sees(notice(page), "ファイルに保存しました");

    const other = await phone();
    other.expects(/status of 401/);
    const theirs = await other.open("/register");
    await typeLogin(theirs, "betsu@example.jp", "himawari-batake-7");
    await tap(theirs, "登録する");
    await sees(main(theirs), "認定証を持っていますか");
    await tap(theirs, "設定");
    await readIn(theirs, file);
    await sees(theirs.getByRole("alert"), "別のアカウントのファイルです。");
    await speaksPlainly(theirs);
    assert.equal(server.log.includes("fault"), false, server.log);
  });

  await test("after the session has ended, another account's login sends nothing of it; the same account's does", async ({ server, phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await logInOnNewTab(mine);
    await mine.context.clearCookies();
    await addCredit(page, lecture(kUnsent));
    await sees(syncLine(page), "未送信 1件・ログインすると送信します");
    await syncLine(page).click();
    await sees(main(page), "ログインが切れています。", "ほかのアカウントには送りません", kUnsent);
    await tap(main(page), "ログインする");
    await sees(main(page), `${kDemo}の未送信1件は、同じアカウントでログインすると送信します`);

    await tap(main(page), "はじめての方は会員登録");
    await typeLogin(page, "betsu@example.jp", "himawari-batake-7");
    await tap(main(page), "登録する");
    await sees(main(page), "認定証を持っていますか");
    await tap(page, "設定");
    await sees(main(page), "betsu@example.jp", "同期済み");
    await tap(main(page), "ログアウト");
    await tap(sheet(page), "ログアウトする");
    await sees(main(page), "メールアドレス");

    await logIn(page, server);
    await tab(page, "単位");
    await sees(main(page), "すべて 46", kUnsent);
    await sees(syncLine(page), "同期済み");
  });
}

async function savedBy(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
}

const readIn = (page, { name, content }) => main(page).getByLabel("ファイルから読み込む").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
