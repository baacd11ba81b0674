// 6: apply. For the office's own scheme an application is received when the server says so, never before; for every other scheme
// the app checks and prepares, and says that this is no application.

import assert from "node:assert/strict";
import { addCredit, dismissNotice, logInOnNewTab, main, payOut, sheet, syncLine, tab, tap } from "./desk.mjs";
import { eventually, sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const kLecture = { kind: "eラーニング", date: "2026-11-15", units: "2", provider: "薬ゼミ G13", title: "睡眠薬の適正使用" };
const kClaims = ["送信しました", "申請しました", "受け付けました", "受付済み", "受付番号"];

export default async function (test) {
  await test("not eligible, then eligible, then applied without the server: waiting until it answers, then received and confirmed", async ({ server, phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    await tab(page, "申請");
    await seesInOrder(main(page), "申請前の確認", "まだ条件を満たしていません", "63単位・申請期間内・払い出し48単位", "送る前に、あと2件",
      "年ごとの単位", "3年目があと2単位", "払い出し", "PECSから48単位", "確かめたこと", "63単位（必要は30単位）", "2026年11月3日〜2027年3月2日",
      "佐藤 美咲・第123456号", "2024年2月3日", "12,000円（暫定）", "入力に誤りがないと思うとき", "内容は正しいので、このまま送る", "サーバーが受け付けた日が、申請日になります");
    await seesNo(main(page), "申請を送る");

    await becomeEligible(page);
    await tap(main(page), "申請前の確認に進む");
    await sees(main(page), "条件を満たしています", "65単位・申請期間内・払い出しなし", "すべての年で達成");
    await sees(syncLine(page), "同期済み");

    await server.kill();
    await watchForClaims(page);
    await tap(main(page), "申請を送る");
    await seesInOrder(main(page), "申請の控え", "送信待ち", "まだ受け付けられていません", "受付", "送信待ち", "2026年11月21日", "電波がつながると、自動で送ります。受け付けた日が申請日です");
    await tap(main(page), "戻る");
    await tab(page, "申請");
    await sees(main(page), "送信待ち", "まだ受け付けられていません");
    await seesNo(main(page), "申請を送る");
    await sees(syncLine(page), "未送信 1件");
    assert.deepEqual(await claimsSeen(page), [], "claimed before the server's word");
    await tap(main(page), "控えを見る");
    await sees(main(page), "まだ受け付けられていません");

    await server.startAgain();
    await seesInOrder(main(page), "受け付けました", "2026年11月21日（土）・令和8年", "サーバー確認済み", "受付", "11/21", "審査中", "薬ゼミ事務局", "受付番号", "G13-2026-000001",
      "サーバーの受付", "2026/11/21 8:24", "端末の日付", "2026年11月21日", "同じ日です", "端末の判定", "申請できます", "2024年5月版の規則", "サーバーの判定", "同じ結果です", "日付・単位・規則・版が一致");
    assert.ok((await claimsSeen(page)).includes("受け付けました"), "the watch was awake");
    await speaksPlainly(page);
    const [stored, ...more] = await applicationsOf(page);
    assert.deepEqual([stored.status, stored.answer, stored.as_of, stored.phone_date, more.length], ["received", "confirmed", "2026-11-21", "2026-11-21", 0]);

    await tap(main(page), "戻る");
    await tab(page, "申請");
    await sees(main(page), "受付済みの申請があります", "同じ申請先には、続けて申請できません");
    await seesNo(main(page), "申請を送る");
  });

  await test("a phone whose date is a day behind: received under the server's date, and what differs is named", async ({ phone }) => {
    const mine = await phone({ now: "2026-11-20T21:10:00" });
    const page = await logInOnNewTab(mine);
    await becomeEligible(page);
    await tap(main(page), "申請前の確認に進む");
    await tap(main(page), "申請を送る");
    await seesInOrder(main(page), "受け付けました", "2026年11月21日（土）", "判定にちがいがあります", "ちがうところ", "日付：端末は2026/11/20、サーバーは2026/11/21です", "申請は受け付けています",
      "G13-2026-000001", "2026/11/21 8:24", "端末の日付", "2026年11月20日", "サーバーの日付が申請日になります");
    await seesNo(main(page), "単位：端末とサーバー", "規則：端末とサーバー", "計算の版：端末は");
    await speaksPlainly(page);
  });

  await test("a phone whose date is a day ahead counts a unit too early: the server does not receive, and says what is missing", async ({ phone }) => {
    const mine = await phone({ now: "2026-11-22T08:24:00" });
    const page = await logInOnNewTab(mine);
    await becomeEligible(page, { ...kLecture, date: "2026-11-22" });
    await tap(main(page), "申請前の確認に進む");
    await tap(main(page), "申請を送る");
    await seesInOrder(main(page), "受け付けできませんでした", "条件を満たしていません", "満たしていない条件", "3年目が2単位不足", "サーバーの日付と単位で、条件を満たしていません", "端末の日付", "2026年11月22日");
    await seesNo(main(page), "受け付けました", "受付番号");
    await speaksPlainly(page);
    await tap(main(page), "申請前の確認に戻る");
    await sees(main(page), "申請前の確認");
  });

  await test("not eligible, but sure of the facts: sent as disputed, received and marked so", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tab(page, "申請");
    await tap(main(page), "内容は正しいので、このまま送る");
    await sees(sheet(page), "要確認として送りますか", "条件を満たしていない判定のまま送ります。申請先から連絡があります。");
    await tap(sheet(page), "やめる");
    await sheet(page).waitFor({ state: "hidden" });
    assert.deepEqual(await applicationsOf(page), []);
    await tap(main(page), "内容は正しいので、このまま送る");
    await tap(sheet(page), "内容は正しいので、このまま送る");
    await seesInOrder(main(page), "受け付けました", "条件を満たしていません", "要確認として送付", "満たしていない条件", "3年目が2単位不足", "払い出しが48単位残っています",
      "要確認として受け付けました。申請先が内容を確かめます。", "G13-2026-000001", "端末の判定", "条件を満たしていません");
    await speaksPlainly(page);
    const [stored] = await applicationsOf(page);
    assert.deepEqual([stored.status, stored.answer, stored.disputed], ["received", "not_eligible", true]);
  });

  await test("two phones apply, one of them without the network: one application is received, and the other phone is told so", async ({ phone }) => {
    const phones = [await phone(), await phone()];
    const [first, second] = [await logInOnNewTab(phones[0]), await logInOnNewTab(phones[1])];
    await phones[1].offline(true);
    for (const page of [second, first]) {
      await tab(page, "申請");
      await tap(main(page), "内容は正しいので、このまま送る");
      await tap(sheet(page), "内容は正しいので、このまま送る");
      await sees(main(page), "要確認として送付");
    }
    await sees(main(first), "受け付けました", "G13-2026-000001");
    await sees(main(second), "まだ受け付けられていません");
    await phones[1].offline(false);
    await sees(main(second), "この申請先への申請は、もう受け付けています");
    await seesNo(main(second), "見つかりません", "受け付けました");
    await tap(main(second), "戻る");
    await sees(syncLine(second), "受け付けられなかった変更 1件");
    assert.equal((await applicationsOf(second)).length, 1);
  });

  await test("for G01, which is not this office: check and prepare, with a sheet to print, and the plain words that it is no application", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tap(main(page), /^研修センター（G01）/);
    await tab(page, "申請");
    await seesInOrder(main(page), "申請の準備", "研修センター", "G01", "まだ条件を満たしていません", "申請する前に、あと2件", "年ごとの単位", "3年目があと2単位", "払い出し", "ためとこから8単位",
      "確かめたこと", "57単位（必要は30単位）", "佐藤 美咲・第123456号", "10,286円", "これは申請ではありません", "薬剤師研修・認定電子システム（PECS）から申請します", "申請先のページを開く");
    await seesNo(main(page), "このまま送る", "申請を送る", "申請日になります");
    assert.match(await main(page).getByRole("link", { name: "申請先のページを開く" }).getAttribute("href"), /^https:\/\//);

    await tap(main(page), "準備する書類を印刷する");
    await seesInOrder(main(page), "研修の記録", "日本薬剤師研修センター", "（G01）・更新・2026年11月21日現在", "この書類は申請ではありません", "佐藤 美咲", "123456", "2024年2月3日",
      "合計", "57/30単位", "達成", "実施要領", "3年目", "3/5単位", "あと2", "薬物相互作用に関する文献の精読", "上限超過 2単位は算入されません（1年5単位まで）「実施要領5(4)ア」");
    await speaksPlainly(page);
    await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
    await tap(main(page), "印刷する");
    await page.waitForFunction(() => globalThis.printed);
    await page.emulateMedia({ media: "print" });
    await sees(page.getByRole("article"), "研修の記録", "この書類は申請ではありません");
    assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0, "buttons on paper");
    assert.deepEqual(await applicationsOf(page), [], "nothing was sent");
  });
}

/** Earns what is missing, then pays out what must be paid out. */
async function becomeEligible(page, lecture = kLecture) {
  await addCredit(page, lecture);
  await dismissNotice(page);
  await tab(page, "ホーム");
  await seesInOrder(main(page), "条件を満たしました", "払い出しが残っています");
  await payOut(page, { system: "PECS", units: 48, from: "G01" });
  await seesInOrder(main(page), "条件をすべて満たし、", "申請できます", "2027年3月2日（火）まで");
}

/** Remembers every claim of a receipt that appears from now on, however briefly. */
async function watchForClaims(page) {
  await page.evaluate((claims) => {
    globalThis.claimsSeen = new Set();
    const look = () => claims.filter((claim) => document.body.innerText.includes(claim)).forEach((claim) => globalThis.claimsSeen.add(claim));
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, kClaims);
}

const claimsSeen = (page) => page.evaluate(() => [...globalThis.claimsSeen]);

/** The server's own list, asked under this phone's session. */
function applicationsOf(page) {
  return eventually(() => page.evaluate(async () => (await (await fetch("/api/v1/applications")).json()).applications));
}
