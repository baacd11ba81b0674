// 3: every credit with what it counted, and why not all of it: in sentences, with the clause behind them.

import assert from "node:assert/strict";
import { closeSheet, logInOnNewTab, main, openClause, sheet, tab, tap } from "./desk.mjs";
import { eventually, sees, seesInOrder, speaksPlainly } from "./seeing.mjs";

const kOutside = {
  row: "認定期間の外のため0単位", title: "なぜ0単位？",
  sentences: ["認定期間の中の単位だけが、算入されます", "認定期間は2024年2月3日〜2027年2月2日です", "認定期間の初日がちがうときは、直してください"],
};
const kUsed = { row: "前の認定で使用済みのため0単位", title: "なぜ0単位？", sentences: ["1つの単位は、1つの認定に使えます", "使った認定証：前回の認定"] };
const kAgain = {
  row: "重複のため0単位（2024/2/27と同じ研修）", title: "なぜ0単位？",
  sentences: ["同じ研修の単位は、1回だけ算入されます", "2024年2月27日の「腎機能低下患者の薬物動態と投与設計」と同じ研修です"],
};

// Of each credit that was cut: its row, and what the sheet behind it says.
const kCutByG13 = {
  "腎機能低下患者の薬物動態と投与設計（再受講）": { ...kAgain, clause: ["よくある質問Q26・Q27", "一度修了した講座は、別の年や別の配信で受け直しても単位になりません"] },
  "抗菌薬適正使用（AMS）の基礎": { ...kOutside, clause: ["よくある質問Q25・Q47", "直近の認定取得年月日から3年間に取得した単位が対象です"] },
  "かかりつけ薬剤師に求められる接遇": kOutside,
  "県薬剤師会 秋の学術研修会": kOutside,
  "調剤報酬改定の要点と薬局の対応": { ...kUsed, clause: ["よくある質問Q49", "前の認定に使った単位は数えません"] },
  "糖尿病治療薬の最新の話題 薬剤師研修会": kUsed,
};
const kCutByG01 = {
  ...kCutByG13,
  "腎機能低下患者の薬物動態と投与設計（再受講）": { ...kAgain, clause: ["実施要領5(4)エ", "同じ研修会を重ねて受けても、単位は1回だけです"] },
  "抗菌薬適正使用（AMS）の基礎": { ...kOutside, clause: ["実施要領5(1)・5(2)・10(1)", "認定期間のうちに取得した単位だけを数えます"] },
  "調剤報酬改定の要点と薬局の対応": { ...kUsed, clause: ["実施要領10(1)", "申請日までに取得した単位は、次の更新には使えません"] },
  "トレーシングレポートの効果（学術大会で発表）": {
    row: "この制度では対象外の種別のため0単位", title: "なぜ0単位？", sentences: ["この種別は、この制度では算入されません", "薬ゼミ（G13）への申請では、1単位とも算入されます"],
    clause: ["実施要領2", "対象は、集合・実習・グループ・通信講座・特定講座・インターネット・自己研修の7種です"],
  },
  "症例検討会 ポリファーマシーへの介入": {
    row: "上限超過 1単位は算入されません（期間中5単位まで）", title: "なぜ2単位だけ？",
    sentences: ["グループ研修は、期間中に5単位まで", "残りの1単位は算入されません", "2024/6/23", "薬薬連携勉強会 吸入指導の標準化", "算入 5", "超過 1"], clause: ["実施要領5(4)イ", "グループ研修は、期間を通して5単位まで"],
  },
  "薬物相互作用に関する文献の精読": {
    row: "上限超過 2単位は算入されません（1年5単位まで）", title: "なぜ2単位だけ？",
    sentences: ["自己研修は、1年に5単位まで", "1年目は5単位に達しました", "残りの2単位は算入されません", "2024/3/9", "算入 5", "超過 2"], clause: ["実施要領5(4)ア", "実習と自己研修は、それぞれ1年に5単位まで"],
  },
  "感染対策セミナー 第2部 高齢者施設での実践": {
    row: "上限超過 2単位は算入されません（1日4単位まで）", title: "なぜ1単位だけ？",
    sentences: ["集合研修は、1日に4単位まで", "この日は4単位に達しました", "残りの2単位は算入されません", "感染対策セミナー 第1部 標準予防策と手指衛生"], clause: ["実施要領4(1)", "1日4単位まで"],
  },
};

const rows = (page) => main(page).locator("section li").getByRole("button");
const seesRows = (page, count) => eventually(async () => assert.equal(await rows(page).count(), count, "rows"));

export default async function (test) {
  await test("for G13 every credit says what it counted, and those cut say why, up to the clause", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tab(page, "単位");
    await seesInOrder(main(page), "63単位を算入（71単位のうち）", "すべて 45", "一部だけ 0", "算入なし 6", "3年目", "2026/2/3〜2027/2/2", "あと2", "3単位", "2年目", "27単位", "1年目", "33単位", "期間の外", "0単位");
    await seesRows(page, 45);
    await reasons(page, kCutByG13);
  });

  await test("for G01 the caps cut, each with its sum redone by hand; filters show those cut in part and those not counted", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tab(page, "単位");
    await page.getByRole("radio", { name: /研修センター/ }).check({ force: true });
    await seesInOrder(main(page), "57単位を算入（71単位のうち）", "すべて 45", "一部だけ 3", "算入なし 7");
    await reasons(page, kCutByG01);

    await tap(main(page), /^一部だけ 3/);
    await seesRows(page, 3);
    await sees(main(page), "薬物相互作用に関する文献の精読", "2/4単位");
    await tap(main(page), /^算入なし 7/);
    await seesRows(page, 7);
    await sees(main(page), "県薬剤師会 秋の学術研修会", "0/2単位");
    await tap(main(page), /^すべて 45/);
    await seesRows(page, 45);
  });
}

/** Every row whose figure was cut is one of these, and says so in its sentence; behind it stand the rule, its effect and its clause. */
async function reasons(page, expected) {
  await speaksPlainly(page);
  const cut = rows(page).filter({ hasText: /単位のうち\d+単位を算入/ });
  await eventually(async () => assert.equal(await cut.count(), Object.keys(expected).length, "credits that were cut"));
  for (const [title, { row, title: question, sentences, clause = [] }] of Object.entries(expected)) {
    const line = cut.filter({ hasText: title });
    await sees(line, title, row);
    await line.click();
    await sees(sheet(page), question, title, ...sentences);
    await openClause(sheet(page));
    await sees(sheet(page), ...clause, "条文を私たちの言葉で短くしたものです");
    await speaksPlainly(page);
    await closeSheet(page);
  }
}
