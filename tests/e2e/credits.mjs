// 4: add, change, delete a credit without the network, the verdict at once; bad input is answered at its field; a new base date
// computes everything again.

import assert from "node:assert/strict";
import { dismissNotice, logInOnNewTab, main, notice, openCredit, save, sheet, syncLine, tab, tap, typeCredit, typeDate } from "./desk.mjs";
import { eventually, sees, seesAtField, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const kLecture = { kind: "eラーニング", date: "2026-11-20", units: "1", provider: "薬ゼミ G13", title: "高血圧治療ガイドラインの要点" };

export default async function (test) {
  await test("without the network a credit is added, changed, deleted and put back; the verdict is there at once, and nothing leaves the phone", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    await mine.offline(true);
    const before = mine.requests.length;

    await tab(page, "追加");
    await typeCredit(page, kLecture);
    await sees(main(page), "保存すると", "63→64単位", "あと1単位");
    await save(page);
    await seesInOrder(main(page), "未送信 1件・電波がありません（今日 8:24から）", "64", "/30単位", "あと1単位");
    await sees(main(page), "3年目", "あと1", "4単位");

    await openCredit(page, kLecture.title);
    await typeCredit(page, { units: "2", title: "高血圧治療ガイドラインの要点（前後編）" });
    await sees(main(page), "64→65単位", "条件を満たします");
    await save(page);
    await sees(main(page), "高血圧治療ガイドラインの要点（前後編）", "2単位", "65単位を算入");
    await tab(page, "ホーム");
    await seesInOrder(main(page), "条件を満たしました", "払い出しが残っています", "3年目", "達成", "5単位");

    await openCredit(page, "高血圧治療ガイドラインの要点（前後編）");
    await tap(main(page), "この単位を削除する");
    await sees(sheet(page), "この単位を削除しますか", "削除したあと、元に戻せます");
    await tap(sheet(page), "削除する");
    await sees(notice(page), "単位を削除しました");
    await sees(main(page), "63単位を算入");
    await seesNo(main(page), "高血圧治療ガイドラインの要点");
    await tap(page, "元に戻す");
    await sees(main(page), "高血圧治療ガイドラインの要点（前後編）", "65単位を算入");
    await sees(syncLine(page), "未送信 4件");
    await speaksPlainly(page);

    await nothingLeft(mine.requests.slice(before));
    await mine.offline(false);
    await sees(syncLine(page), "同期済み 8:24");
  });

  await test("bad input is answered at its field with what to do, and nothing is saved", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tab(page, "追加");
    const units = page.getByLabel("単位数");
    for (const wrong of ["0", "1000", "0.125"]) {
      await typeCredit(page, { units: wrong });
      await save(page);
      await seesAtField(units, "0.01〜999.99で入力してください");
      await focused(page, "単位数");
    }
    await typeCredit(page, { units: "" });
    await save(page);
    await seesAtField(units, "単位数を入力してください");
    await typeCredit(page, { units: "一" });
    await save(page);
    await seesAtField(units, "1や0.5のように、数字で入力してください");
    await typeCredit(page, { units: "1", date: "--" });
    await save(page);
    const date = page.getByRole("group", { name: "取得日" });
    await seesAtField(date, "取得日を入力してください");
    await typeCredit(page, { date: "2025-02-30" });
    await seesAtField(date, "カレンダーにある日付を入力してください");
    await sees(main(page), "印のある項目を直すと、保存できます");
    await typeCredit(page, { date: "1850-04-01" });
    await seesAtField(date, "1900年〜2199年の日付を入力してください");
    await typeCredit(page, { date: "2025-02-28" });
    await seesNo(main(page), "入力してください");
    await main(page).getByLabel("発行元", { exact: true }).selectOption("ほかの発行元");
    await page.getByLabel("発行元の番号").fill("5");
    await save(page);
    await seesAtField(page.getByLabel("発行元の番号"), "G01のように、英字1字と数字2字で入力してください");
    await page.getByLabel("発行元の番号").fill("g05");
    await sees(main(page), "63→64単位");
    await speaksPlainly(page);
    await tap(page, "閉じる");
    await tab(page, "単位");
    await sees(main(page), "すべて 45");
  });

  await test("two taps on the button save one credit", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tab(page, "追加");
    await typeCredit(page, kLecture);
    await main(page).getByRole("button", { name: "保存する" }).dblclick();
    await sees(notice(page), "保存しました");
    await sees(syncLine(page), "同期済み 8:24");
    await tab(page, "単位");
    await sees(main(page), "すべて 46", kLecture.title);
  });

  await test("a new base date is seen before it is saved, then computes years, window and verdict again, also for the other scheme", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    await mine.offline(true);
    await tap(page, "設定");
    await tap(main(page), /^認定期間の初日/);
    const base = page.getByRole("group", { name: "認定期間の初日" });
    await typeDate(base, "2024-05-08");
    await sees(main(page), "2027年2月8日〜6月7日", "2027年5月7日", "変えると、すべてを計算し直します");
    await tap(main(page), "保存する");
    await sees(notice(page), "計算し直しました");
    await seesInOrder(main(page), "47", "/30単位", "あと3単位", "2027年5月7日（金）まで", "79日後に始まります",
      "1年目", "2024/5/8〜2025/5/7", "達成", "2年目", "2025/5/8〜2026/5/7", "達成", "3年目", "2026/5/8〜2027/5/7", "あと3", "2単位");
    await dismissNotice(page);
    await tap(main(page), /^研修センター（G01）/);
    await seesInOrder(main(page), "研修センター", "G01", "2024/5/8〜2025/5/7", "2026/5/8〜2027/5/7");
  });

  await test("a base date under which a year was missed says which, and where the mistake may lie", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await tap(page, "設定");
    await tap(main(page), /^認定期間の初日/);
    await typeDate(page.getByRole("group", { name: "認定期間の初日" }), "2023-02-03");
    await tap(main(page), "保存する");
    await seesInOrder(main(page), "このままでは更新できません", "1年目が4単位でした。1単位足りません。", "認定期間の初日を確かめる");
    await seesInOrder(main(page), "当てはまるものはありますか", "認定期間の初日がちがう", "いまの登録：2023年2月3日（令和5年）", "登録していない単位がある", "あと1単位で、1年目は達成になります", "内容は正しいはず");
    await speaksPlainly(page);
  });
}

/** Of what the pages asked for, only talks with the server were tried, and none got through. The tab's icon is the browser's own wish. */
async function nothingLeft(requests) {
  for (const request of requests.filter((each) => !each.url().endsWith("/icons/icon.svg"))) {
    assert.ok(/\/api\/v1\/(sync|me)$/.test(request.url()), `asked for without the network: ${request.url()}`);
    await eventually(async () => assert.ok(request.failure(), `${request.url()} got through`));
  }
}

const focused = (page, label) => eventually(async () =>
  assert.ok(await page.getByLabel(label).evaluate((element) => element === document.activeElement), `the focus is not at ${label}`));
