// Every screen for everybody: axe-core finds nothing against WCAG 2.2 A and AA on them, in light and in dark.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { addCredit, closeSheet, logInOnNewTab, lookBehind, main, openClause, save, sheet, syncLine, tab, tap, typeCredit } from "./desk.mjs";
import { sees } from "./seeing.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const kTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export default async function (test) {
  for (const dark of [false, true]) {
    await test(`no screen shuts anybody out, ${dark ? "dark" : "light"}`, async ({ phone }) => {
      const mine = await phone({ dark, height: 6000, script: axe }); // so high that no bar covers a row
      const findings = [];
      const look = async (page, screen) => findings.push(...(await violations(page)).map((finding) => `${screen}: ${finding}`));

      const page = await mine.open();
      await sees(main(page), "ログイン");
      await look(page, "login");
      await seminarScreens(page, look);
      await page.close();
      const inside = await logInOnNewTab(mine);
      await everyScreen(inside, look);
      await mine.offline(true);
      await screensOfWaiting(inside, look);
      assert.deepEqual(findings, []);
    });
  }
}

async function seminarScreens(page, look) {
  await tap(main(page), "研修会の単位を計算する（登録不要）");
  await sees(main(page), "プログラムを入れると、単位が出ます");
  await look(page, "empty seminar");
  await main(page).getByRole("radio", { name: /日病薬/ }).check({ force: true });
  await main(page).getByLabel("1日目の開催日").fill("2026-12-20");
  await main(page).getByLabel("始まりの時刻").fill("13:00");
  await main(page).getByLabel("終わりの時刻").fill("12:00");
  await sees(main(page), "始まりより後の時刻を入れてください", "過ぎました");
  await look(page, "seminar with a message");
  await main(page).getByLabel("終わりの時刻").fill("14:30");
  await main(page).getByLabel("カリキュラム項目", { exact: true }).selectOption("V-2");
  await sees(main(page), "90分 算入");
  await main(page).locator(".answers").getByText("12月20日 V-2").click();
  await look(page, "seminar with its figures");
  await main(page).getByRole("radio", { name: "後援だけ" }).check({ force: true });
  await sees(main(page), "このままでは単位になりません");
  await look(page, "refused seminar");
  await tap(main(page), "はじめから");
  await look(page, "clearing a seminar");
  await tap(sheet(page), "消す");
}

async function compareScreens(page, look) {
  await tap(main(page), /^すべての申請先をくらべる/);
  await sees(main(page), "いちばん近い");
  await look(page, "comparison");
  await tap(main(page).getByRole("article").first(), /^合計/);
  await sees(sheet(page), "上限で算入されなかった単位");
  await sheet(page).getByText("自己研修の1年の上限").first().click();
  await look(page, "sheet of a total with its caps");
  await closeSheet(page);
  await tap(main(page), /^2つ以上の認定をめざす/);
  await sees(main(page), "この分け方は記録しません");
  await main(page).getByText("単位の一覧").first().click();
  await look(page, "units shared out");
  await tap(main(page), "戻る");
  await tap(main(page), "戻る");
}

async function everyScreen(page, look) {
  await look(page, "home");
  await openClause(await lookBehind(page, /^3年目/));
  await look(page, "sheet of a year");
  await closeSheet(page);
  await tap(main(page), /^あと2単位を取得する/);
  await sees(sheet(page), "取得すると、達成です");
  await look(page, "sheet of the plan");
  await closeSheet(page);
  await compareScreens(page, look);
  await tap(main(page), "PECSの48単位を払い出す");
  await sees(main(page), "払い出すと");
  await look(page, "pay-out");
  await tap(main(page), "戻る");

  await tap(main(page), /^研修センター（G01）/);
  await sees(main(page), "2022年版では");
  await look(page, "home with two editions");
  await tab(page, "単位");
  await sees(main(page), "57単位を算入");
  await look(page, "ledger");
  await tap(main(page), /^薬物相互作用に関する文献の精読/);
  await openClause(sheet(page));
  await look(page, "sheet of a reason");
  await tap(sheet(page), "この単位を直す");
  await tap(main(page), "詳しく");
  await typeCredit(page, { units: "0" });
  await save(page);
  await sees(main(page), "0.01〜999.99で入力してください");
  await look(page, "credit with a message");
  await tap(page, "閉じる");

  await tab(page, "申請");
  await sees(main(page), "申請の準備");
  await look(page, "preparation");
  await tap(main(page), "準備する書類を印刷する");
  await sees(main(page), "研修の記録");
  await look(page, "paper");
  await tap(main(page), "戻る");
  await tap(main(page), "設定");
  await sees(main(page), "見やすさ");
  await look(page, "settings");
  await tap(main(page), /^規約の版/);
  await sees(main(page), "判定に使う規則です");
  await look(page, "rules");
  await tap(main(page), "戻る");
  await tap(main(page), /^認定期間の初日/);
  await sees(main(page), "変えると、すべてを計算し直します");
  await look(page, "base date");
}

async function screensOfWaiting(page, look) {
  await tap(main(page), "戻る");
  await tap(main(page), "戻る");
  await addCredit(page, { date: "2026-11-15", units: "1" });
  await sees(syncLine(page), "未送信 1件");
  await look(page, "preparation with something unsent and a notice");
  await tap(main(page), /^未送信 1件/);
  await sees(main(page), "送信を待っている変更");
  await look(page, "what waits");
}

/** What axe-core finds: rule, help, and the places. */
function violations(page) {
  return page.evaluate(async (tags) => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished)); // a rising sheet is half transparent
    const { violations: found } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any.map((any) => any.message).join(" ")}`).join(" || ")}`);
  }, kTags);
}
