// 1: log in as the demo pharmacist, or with an account of one's own; log out.

import assert from "node:assert/strict";
import { kDemo } from "./demo-server.mjs";
import { addCredit, logIn, logInOnNewTab, main, sheet, syncLine, tap, typeDate, typeLogin } from "./desk.mjs";
import { sees, seesAtField, seesNo } from "./seeing.mjs";

export default async function (test) {
  await test("the demo pharmacist logs in; a wrong password is answered with what to do", async ({ server, phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await mine.open("/ledger");
    await sees(main(page), "ログイン", "メールアドレス", "パスワード");

    await tap(page, "ログインする");
    await seesAtField(page.getByLabel("メールアドレス"), "メールアドレスを入力してください");
    await seesAtField(page.getByLabel("パスワード"), "パスワードを入力してください");

    await typeLogin(page, kDemo, "nemunoki-no-hana");
    await tap(page, "ログインする");
    await sees(page.getByRole("alert"), "メールアドレスかパスワードがちがいます");
    assert.equal(await page.getByLabel("メールアドレス").inputValue(), kDemo, "what was typed is still there");

    await logIn(page, server);
    await tap(page, "設定");
    await sees(main(page), "佐藤 美咲", "見本のアカウント", kDemo);
  });

  await test("somebody registers, answers the first questions, and sees an empty home; after logging out nothing is left here", async ({ phone }) => {
    const mine = await phone();
    mine.expects(/status of (401|409|422)/);
    const page = await mine.open();
    await tap(page, "はじめての方は会員登録");
    await sees(main(page), "会員登録", "8文字以上");
    await typeLogin(page, "midori", "himawari-batake-7");
    await tap(page, "登録する");
    await seesAtField(page.getByLabel("メールアドレス"), "name@example.jpのように入力してください");
    await typeLogin(page, kDemo, "himawari-batake-7");
    await tap(page, "登録する");
    await seesAtField(page.getByLabel("メールアドレス"), "登録済みのアドレスです。ログインしてください");
    await typeLogin(page, "midori@example.jp", "hima");
    await tap(page, "登録する");
    await seesAtField(page.getByLabel("パスワード"), "8〜200文字で入力してください");
    await typeLogin(page, "midori@example.jp", "himawari-batake-7");
    await tap(page, "登録する");

    await sees(main(page), "研修認定薬剤師の認定証を持っていますか");
    await tap(main(page), "持っている");
    await sees(main(page), "認定期間の初日はいつですか", "枠の日付を入れてください", "発行日ではありません");
    const base = page.getByRole("group", { name: "認定期間の初日" });
    await tap(main(page), "この日付で進む");
    await sees(base, "認定期間の初日を入力してください");
    await typeDate(base, "2025-02-30");
    await sees(base, "カレンダーにある日付を入力してください");
    await typeDate(base, "2027-01-15");
    await sees(base, "今日か、今日より前の日付を入力してください");
    await typeDate(base, "2024-04-01");
    await sees(main(page), "2027年1月1日〜4月30日", "2027年3月31日");
    await tap(main(page), "この日付で進む");

    await sees(main(page), "薬ゼミ", "G13", "更新", "まだ単位がありません", "1件入れると、足りない単位がわかります", "41日後に始まります");

    await tap(page, "設定");
    await sees(main(page), "midori@example.jp", "更新・認定期間の初日 2024年4月1日");
    await tap(main(page), "ログアウト");
    await sees(sheet(page), "この端末の単位を消します。サーバーの単位は残ります。");
    await tap(sheet(page), "ログアウトする");
    await sees(main(page), "ログイン", "メールアドレス");
    await nothingLeft(page);

    await typeLogin(page, "midori@example.jp", "himawari-batake-7");
    await tap(page, "ログインする");
    await sees(main(page), "まだ単位がありません", "41日後に始まります");
    await seesNo(main(page), "認定証を持っていますか");
  });

  await test("logging out warns of what was not sent, and ends the session in every tab", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    const other = await mine.open("/ledger");
    await sees(main(other), "すべて 45");
    await page.bringToFront();
    await mine.offline(true);
    await addCredit(page, { date: "2026-11-15", units: "1", title: "まだ送っていない一件" });
    await tap(page, "設定");
    await tap(main(page), "ログアウト");
    await sees(sheet(page), "未送信の変更が1件あります。", "1件は失われます。元には戻せません");
    await tap(sheet(page), "やめる");
    await sees(main(page), "未送信 1件");
    await tap(main(page), "ログアウト");
    await tap(sheet(page), "保存せずにログアウトする");
    await sees(sheet(page), "確かめたら、印をつけてください");
    await sheet(page).getByText("1件は失われます").click();
    await tap(sheet(page), "保存せずにログアウトする");
    for (const each of [page, other]) await sees(main(each), "ログイン", "メールアドレス");
    await nothingLeft(page);
  });

  await test("when the session has ended the app goes on, says so, and sends after the login", async ({ server, phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await logInOnNewTab(mine);
    await mine.context.clearCookies();
    await addCredit(page, { date: "2026-11-15", units: "1", title: "切れたあとの一件" });
    await sees(page.locator("body"), "ログインが切れました。ログインすると送信します。", "64", "未送信 1件・ログインすると送信します");
    await tap(page, "ログインする");
    await sees(main(page), "また使えるように、ログインしてください", "この端末の単位は、そのまま残っています。");
    await typeLogin(page, kDemo, server.password);
    await tap(main(page), "ログインする");
    await sees(syncLine(page), "同期済み 8:24");
    await sees(main(page), "64", "あと1単位");
  });

  await test("whoever has no certificate yet is asked for no date", async ({ phone }) => {
    const mine = await phone();
    mine.expects(/status of 401/);
    const page = await mine.open("/register");
    await typeLogin(page, "hajime@example.jp", "himawari-batake-7");
    await tap(page, "登録する");
    await tap(main(page), "まだ持っていない");
    await sees(main(page), "はじめての認定ですね");
    await tap(main(page), "この内容で進む");
    await sees(main(page), "薬ゼミ", "新規", "まだ単位がありません");
  });
}

/** No account on this device, and no file with anything in it. */
async function nothingLeft(page) {
  const left = await page.evaluate(async () => {
    const written = [];
    const walk = async (folder, path) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory") await walk(handle, `${path}/${name}`);
        else if ((await handle.getFile()).size > 0) written.push(`${path}/${name}`);
      }
    };
    await walk(await navigator.storage.getDirectory(), "");
    return { written, account: localStorage.getItem("kensan.account") };
  });
  assert.deepEqual(left, { written: [], account: null });
}
