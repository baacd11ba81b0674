// 8: why: what would meet a condition, what is left where it is lost, and where a first application starts to count.

import { closeSheet, logInOnNewTab, lookBehind, main, openClause, sheet, tap } from "./desk.mjs";
import { credit, logInTo, madeAccount } from "./made-account.mjs";
import { sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

export default async function (test) {
  await test("what is open says what would meet it, by when and from whom", async ({ server, phone }) => {
    const credits = [credit("2024-05-10", 6, { provider: "G01", category: "assembly" }), credit("2025-05-10", 6, { provider: "G01", category: "assembly" }), credit("2026-05-10", 4), credit("2026-06-10", 3, { void: "視聴の重複" })];
    const page = await (await phone()).open();
    await logInTo(page, await madeAccount(server, { profile: { kind: "renewal", base: "2024-02-03" }, credits }));
    await seesInOrder(await lookBehind(page, /^合計/), "合計の内訳", "30単位のうち16単位", "2027年2月2日までに、あと14単位を取得すると、達成です", "2024/5/10", "6", "2025/5/10", "12", "2026/5/10", "16");
    await closeSheet(page);
    await seesInOrder(await lookBehind(page, /^薬ゼミの単位/), "薬ゼミの単位の内訳", "5単位のうち4単位", "2027年2月2日までに、薬ゼミの研修であと1単位を取得すると、達成です", "2026/5/10", "4");
    await closeSheet(page);
    await seesInOrder(await lookBehind(page, /^あと14単位を取得する/), "いつまでに何単位", "3年目", "あと1単位", "合計", "あと14単位", "薬ゼミの単位", "薬ゼミの研修で");
    await speaksPlainly(page);
  });

  await test("what is lost says what is left: as new, or with an extension", async ({ server, phone }) => {
    const credits = [credit("2024-05-10", 3), credit("2025-05-10", 12), credit("2026-05-10", 14)];
    const page = await (await phone()).open();
    await logInTo(page, await madeAccount(server, { profile: { kind: "renewal", base: "2024-02-03" }, credits }));
    await sees(main(page), "このままでは更新できません", "残っている方法");
    const year = await lookBehind(page, /^1年目/);
    await seesInOrder(year, "1年目の内訳", "2不足", "残っている方法", "期間の延長をもとめる", "1か月の延長が認められると", "あと1単位", "新規として申請する", "2025年5月10日", "あと14単位", "2024/5/10", "3");
    await year.getByText("期間の延長をもとめる").click();
    await sees(year, "根拠", "よくある質問Q57");
    await closeSheet(page);
    await tap(main(page), /^残っている方法/);
    await seesInOrder(sheet(page), "残っている方法", "期間の延長をもとめる", "新規として申請する");
    await speaksPlainly(page);
  });

  await test("a first application says from which day it counts, and why not from an earlier one", async ({ server, phone }) => {
    const credits = [credit("2023-05-10", 3), credit("2024-06-10", 6), credit("2025-07-10", 6), credit("2026-07-10", 7)];
    const page = await (await phone()).open();
    await logInTo(page, await madeAccount(server, { profile: { kind: "new" }, credits }));
    const starts = await lookBehind(page, /^数え始め 2024年6月10日/);
    await seesInOrder(starts, "数え始めの日", "2024年6月10日から数えるのが、いちばん有利です", "数え始められない日", "1日", "2023年5月10日から", "1年目が3単位で、必要な5単位に届きませんでした");
    await starts.getByText("2023年5月10日から", { exact: true }).click();
    await seesInOrder(starts, "1年目", "2023/5/10〜2024/5/9", "2023/5/10", "+3", "3", "根拠");
    await openClause(starts);
    await speaksPlainly(page);
  });

  await test("a ledger that changes changes the ground under an open sheet", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await seesInOrder(await lookBehind(page, /^3年目/), "あと2", "2026/9/11", "3");
    await mine.context.clock.setFixedTime("2027-02-03T00:00:00+09:00");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await seesInOrder(sheet(page), "3年目の内訳", "2不足", "残っている方法");
    await seesNo(sheet(page), "取得すると、達成です");
  });
}
