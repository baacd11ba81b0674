// 9: every scheme side by side from one ledger, without the network; and which certificate each unit should serve.

import assert from "node:assert/strict";
import { closeSheet, logInOnNewTab, main, openClause, sheet, tap } from "./desk.mjs";
import { credit, logInTo, madeAccount } from "./made-account.mjs";
import { eventually, sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const offer = (page, place) => main(page).getByRole("article").nth(place);

/** Ten units a year in three years, dated so that each year has them. */
const threeYears = (base, units, more) => [0, 1, 2].flatMap((year) => units.map((each, index) => credit(`${base + year}-${String(5 + (index % 7)).padStart(2, "0")}-${String(1 + index).padStart(2, "0")}`, each, more)));

export default async function (test) {
  await test("from one ledger, offline: where to apply and why, then every edition with the same facts, each figure with its ground", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    await mine.offline(true);
    await tap(main(page), /^すべての申請先をくらべる/);
    await seesInOrder(main(page), "いまの単位では", "研修センターがいちばん近いです", "2027年2月2日までに、あと2単位です", "薬ゼミも同じですが、払い出しが48単位に増えます");
    await seesInOrder(offer(page, 0), "研修センター", "G01・更新", "いちばん近い", "あと2単位", "次の手順", "2027年2月2日までに2単位を取得する", "合計", "57/30単位", "年ごと", "29", "25", "3", "発行元", "決まりはありません",
      "申請期間", "受付中（2027/2/2まで・残り73日）", "払い出し", "ためとこから8単位", "費用", "10,286円（税込）", "規則", "2017年4月1日から");
    await seesInOrder(offer(page, 1), "研修センター", "G01・更新", "暫定", "あと2単位", "63/30単位", "ほかの発行元は15単位まで", "2026/12/3〜2027/5/2（12日後から）", "11,000円（税込）", "暫定", "2022年4月1日から", "公式の条文で確かめていない規則です", "出典：日本薬剤師研修センターの公開ページなど。条文は未確認です");
    await seesInOrder(offer(page, 2), "薬ゼミ", "G13・更新", "あと2単位", "63/30単位", "薬ゼミの単位 8/5", "受付中（2027/3/2まで・残り101日）", "PECSから48単位", "12,000円（税込）", "暫定");
    await sees(main(page), "日病薬（P04）は、更新の規則が公開されていません", "どの団体の認定証を持っていても、どの申請先でも「更新」になります");
    await speaksPlainly(page);

    await tap(offer(page, 1), /^3年目、2026年2月3日から2027年2月2日まで、3単位、あと2単位/);
    await seesInOrder(sheet(page), "3年目の内訳", "あと2", "2027年2月2日までに、あと2単位を取得すると、達成です", "ここまで", "2026/3/13", "1", "2026/9/11", "3");
    await closeSheet(page);
    await tap(offer(page, 0), /^合計 57単位/);
    await seesInOrder(sheet(page), "合計の内訳", "57", "上限で算入されなかった単位", "自己研修の1年の上限", "2単位");
    await closeSheet(page);
    await tap(offer(page, 2), /^12,000円/);
    await openClause(sheet(page));
    await seesInOrder(sheet(page), "費用", "12,000円", "税込", "暫定。申請先にお確かめください");
    await closeSheet(page);

    await tap(offer(page, 0), "研修センターのホームを開く");
    await seesInOrder(main(page), "研修センター", "G01", "57", "/30単位");
  });

  await test("two certificates from one ledger: each unit serves one, and both can be had", async ({ server, phone }) => {
    const units = [2, 2, 2, 2, 2, 2];
    const credits = [...threeYears(2024, units, { provider: "G13" }), ...threeYears(2024, units, { provider: "G01", category: "assembly", held_in: "PECS" })];
    const account = await madeAccount(server, { profile: { kind: "renewal", base: "2024-02-03" }, credits });
    const page = await (await phone()).open();
    await logInTo(page, account);
    await tap(main(page), /^すべての申請先をくらべる/);
    await tap(main(page), /^2つ以上の認定をめざす/);
    await seesInOrder(main(page), "めざす認定", "2つとも条件を満たせます", "に使う単位", "条件を満たしました", "に使う単位", "条件を満たしました", "この分け方は記録しません");
    const used = await main(page).locator(".share .amount").allInnerTexts();
    assert.equal(used.map((text) => Number(/（(\d+)件）/.exec(text)?.[1])).reduce((sum, each) => sum + each, 0) <= credits.length, true, "no unit twice");
    await speaksPlainly(page);
    await main(page).getByText("単位の一覧").first().click();
    await sees(main(page), "2単位");

    await main(page).getByRole("checkbox", { name: /^薬ゼミ/ }).uncheck({ force: true });
    await sees(main(page), "2つ以上に印をつけると、分け方を計算します");
    await seesNo(main(page), "条件を満たせます");
  });

  await test("a first application: the hospital pharmacists' provisional scheme stands beside the others, with its domains", async ({ server, phone }) => {
    const credits = ["I-1", "II-1", "II-3", "III-1", "V-2"].map((curriculum, index) => credit(`2025-0${index + 4}-10`, 2, { provider: "P04", category: "assembly", curriculum, title: "とても長い研修名".repeat(20) }));
    const page = await (await phone()).open();
    await logInTo(page, await madeAccount(server, { profile: { kind: "new" }, credits }));
    await tap(main(page), /^すべての申請先をくらべる/);
    const hospital = main(page).getByRole("article").filter({ hasText: "日病薬" });
    await seesInOrder(hospital, "日病薬", "P04・新規", "暫定", "合計", "10/50単位", "年ごと", "領域", "I", "2", "V", "2", "申請期間", "定めはありません", "公式の条文で確かめていない規則です", "申請先のページを開く");
    await tap(hospital, /^領域Ⅴの単位/);
    await seesInOrder(sheet(page), "領域Ⅴの単位の内訳", "取得すると、達成です");
    await speaksPlainly(page);
    await closeSheet(page);
    await tap(hospital, /^領域Ⅲの/);
    await seesInOrder(sheet(page), "まだの項目：III-2");
  });

  await test("where nothing can be applied for it says so, and each names what is left", async ({ server, phone }) => {
    const page = await (await phone()).open();
    await logInTo(page, await madeAccount(server, { profile: { kind: "renewal", base: "2024-02-03" }, credits: [credit("2025-03-10", 12), credit("2026-03-10", 12)] }));
    await tap(main(page), /^すべての申請先をくらべる/);
    await seesInOrder(main(page), "申請できるところがありません", "それぞれの理由と、残っている方法を確かめてください", "いまのままでは申請できません", "残っている方法を見る");
    await tap(main(page).getByRole("article").filter({ hasText: "薬ゼミ" }), /^残っている方法を見る/);
    await seesInOrder(sheet(page), "残っている方法", "新規として申請する", "単位");
    await speaksPlainly(page);
  });

  await test("a thousand credits are compared, and their sums opened", async ({ server, phone }) => {
    const credits = Array.from({ length: 1000 }, (_, index) => credit(new Date(Date.UTC(2024, 1, 3) + (index % 1000) * 86_400_000).toISOString().slice(0, 10), 0.5, { title: `研修 ${index + 1}` }));
    const page = await (await phone()).open();
    await logInTo(page, await madeAccount(server, { profile: { kind: "renewal", base: "2024-02-03" }, credits }));
    await tap(main(page), /^すべての申請先をくらべる/);
    await sees(main(page), "500/30単位", "薬ゼミに申請できます");
    await tap(offer(page, 0), /^合計 500単位/);
    await sees(sheet(page), "その前の940件も見る", "研修 1000", "500");
    await tap(sheet(page), "その前の940件も見る");
    await eventually(async () => assert.equal(await sheet(page).locator("tbody tr").count(), 1000));
  });
}
