// 10: an organiser without an account: units, deadlines and fee of a programme as it is typed, each with its clause.

import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "./demo-server.mjs";
import { main, notice, sheet, tap } from "./desk.mjs";
import { credit, logInTo, madeAccount } from "./made-account.mjs";
import { eventually, sees, seesAtField, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

/** The fields of one talk, by its place in the programme. */
async function typeTalk(page, place, { start, end, minutes, kind, item, title }) {
  const talk = main(page).getByRole("group", { name: `1日目の${place}番目` });
  if (kind) await talk.getByLabel("種類").selectOption({ label: kind });
  if (start) await talk.getByLabel("始まりの時刻").fill(start);
  if (end) await talk.getByLabel("終わりの時刻").fill(end);
  if (minutes) await talk.getByLabel("分数").fill(minutes);
  if (item) await talk.getByLabel("カリキュラム項目").selectOption(item);
  if (title) await talk.getByLabel("演題").fill(title);
  return talk;
}

const choose = (page, name) => main(page).getByRole("radio", { name }).check({ force: true });
const add = (page) => tap(main(page), "講演を足す");
const dayOne = (page) => main(page).getByLabel("1日目の開催日");

async function open(phone) {
  const page = await phone.open();
  await tap(main(page), "研修会の単位を計算する（登録不要）");
  await sees(main(page), "プログラムを入れると、単位・期限・手数料がわかります");
  return page;
}

const kPacks = join(root, "tests/packs/G99");

export default async function (test) {
  await test("a provider that only the server knew: its days and its fee, and that it does not say what a seminar is worth; it stands beside the others", async ({ server, phone }) => {
    await server.stop();
    server.rules = kPacks;
    await server.startAgain();
    const account = await madeAccount(server, { profile: { kind: "renewal", base: "2024-02-03" }, credits: [credit("2025-03-10", 12, { provider: "G99", category: "assembly" }), credit("2026-03-10", 12)] });
    const page = await (await phone()).open();
    await logInTo(page, account);
    await tap(main(page), /^すべての申請先をくらべる/);
    const sample = main(page).getByRole("article").filter({ hasText: "みほん" });
    await seesInOrder(sample, "みほん", "G99・更新", "合計", "16/30単位", "みほんの単位 12/10", "7,700円（税込）", "2026年11月1日から", "みほんのホームを開く");
    await tap(main(page), "戻る");

    await tap(main(page), "設定");
    await tap(main(page), /^研修会の単位計算/);
    await choose(page, /みほん/);
    await sees(main(page), "みほんの規則に、研修会の単位の決まりはありません");
    await seesNo(main(page), "講演を足す", "カリキュラム項目");
    await dayOne(page).fill("2027-01-31");
    await seesInOrder(main(page).locator(".answers"), "期限", "みほん 2026年11月1日の規則", "研修会の申請", "2027/1/1（金）まで", "実施報告", "2027/2/28（日）まで");
    await main(page).getByLabel("申請する枚数").fill("501");
    await seesInOrder(main(page).locator(".answers"), "手数料", "11,000円", "税込");
    await main(page).locator(".answers").getByText("研修会の申請").click();
    await sees(main(page), "みほん細則11");
    await choose(page, "収録配信");
    await main(page).getByLabel("配信の初日").fill("2027-02-01");
    await main(page).getByLabel("配信の最終日").fill("2027-01-01");
    await seesAtField(main(page).getByLabel("配信の最終日"), "配信の初日か、それより後の日を入れてください");
    await speaksPlainly(page);
  });

  await test("a programme is typed, and units, days and fee stand there at once, each with its clause; it is kept, copied, and can be cleared", async ({ phone }) => {
    const mine = await phone();
    await mine.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await open(mine);
    await choose(page, /日病薬/);
    await dayOne(page).fill("2027-01-24");
    await typeTalk(page, 1, { kind: "あいさつ", start: "1300", end: "13:10" });
    await add(page);
    assert.equal(await main(page).getByRole("group", { name: "1日目の2番目" }).getByLabel("始まりの時刻").inputValue(), "13:10", "goes on where the last one ended");
    await typeTalk(page, 2, { end: "14:40", item: "V-2", title: "心不全の薬物療法" });
    await add(page);
    await typeTalk(page, 3, { start: "14:50", end: "15:35", item: "IV-2" });
    await seesInOrder(main(page), "90分 算入", "45分 算入");
    await seesInOrder(main(page).locator(".answers"), "単位", "日病薬 2021年3月11日の規則", "1.5単位", "1月24日 IV-2 感染制御・管理", "45分", "0.5単位", "1月24日 V-2 疾病・薬物療法", "90分", "1単位", "数えなかった時間", "あいさつ", "研修時間に含まれません", "10分");
    await seesInOrder(main(page).locator(".answers"), "期限", "研修会の申請", "2026/12/24（木）まで", "残り33日", "企業の講師のスライド", "2027/1/10（日）まで", "実施報告", "2027/2/24（水）まで", "残ったシールの返還", "2027/2/24（水）まで");
    await main(page).getByLabel("申請する枚数").fill("120");
    await seesInOrder(main(page).locator(".answers"), "単位発行手数料", "120枚 4,000円", "4,000円", "税別");
    await main(page).getByLabel("追加の枚数").fill("30, 301");
    await sees(main(page).locator(".answers"), "13,000円");
    await main(page).getByLabel("ポイント").fill("60, 45");
    await seesInOrder(main(page).locator(".answers"), "90ポイントで1単位", "残り15ポイント", "1単位");
    await sees(main(page), "合計 1.5単位", "申請は12月24日まで");
    await main(page).locator(".answers").getByText("1月24日 V-2").click();
    await sees(main(page), "根拠", "日病薬ガイド1(7)1", "条文を私たちの言葉で短くしたものです");
    await speaksPlainly(page);

    await tap(main(page), "文章でコピーする");
    await sees(notice(page), "コピーしました");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const words of ["研修会の単位", "心不全の薬物療法", "単位 1.5単位", "2026/12/24（木）まで", "手数料 13,000円", "計算の目安です"]) assert.ok(copied.includes(words), `not in the copy: ${words}\n${copied}`);

    await page.reload();
    await sees(main(page), "1.5単位", "13,000円");
    await tap(main(page), "はじめから");
    await tap(sheet(page), "消す");
    await seesNo(main(page), "1.5単位");
    await sees(main(page), "プログラムを入れると、単位が出ます");
    await page.reload();
    await sees(main(page), "プログラムを入れると、単位が出ます");
    assert.equal(await page.getByRole("radio", { name: /日病薬/ }).isChecked(), true, "the scheme stays chosen");
  });

  await test("what is wrong stands at its field in a sentence, and keeps back only its own talk", async ({ phone }) => {
    const page = await open(await phone());
    await choose(page, /日病薬/);
    await dayOne(page).fill("2027-01-24");
    await typeTalk(page, 1, { start: "13:00", end: "14:30", item: "V-2" });
    await sees(main(page), "1単位");
    await add(page);
    const second = await typeTalk(page, 2, { start: "15:00", end: "14:00", item: "V-2" });
    await seesAtField(second.getByLabel("終わりの時刻"), "始まりより後の時刻を入れてください");
    await sees(main(page), "1単位", "入力の途中の1件は、まだ数えていません");
    await typeTalk(page, 2, { end: "25:00" });
    await seesAtField(second.getByLabel("終わりの時刻"), "13:00のように入れてください");
    await second.getByLabel("カリキュラム項目").selectOption("");
    await typeTalk(page, 2, { end: "16:00" });
    await seesNo(second, "カリキュラム項目を選んでください");
    await dayOne(page).focus();
    await seesAtField(second.getByLabel("カリキュラム項目"), "カリキュラム項目を選んでください");
    await main(page).getByLabel("申請する枚数").fill("百");
    await seesAtField(main(page).getByLabel("申請する枚数"), "数字で入れてください");
    await main(page).getByLabel("ポイント").fill("1000");
    await seesAtField(main(page).getByLabel("ポイント"), "1〜999の点数を入れてください");
    await speaksPlainly(page);
  });

  await test("a seminar that cannot be accepted says why, in sentences with their clauses", async ({ phone }) => {
    const page = await open(await phone());
    await choose(page, /日病薬/);
    await dayOne(page).fill("2026-12-20");
    await typeTalk(page, 1, { start: "13:00", end: "14:30", item: "V-2" });
    await choose(page, "後援だけ");
    await main(page).getByText("会員だけが参加できる").click();
    await main(page).getByLabel("申請する日").fill("2026-12-20");
    await seesInOrder(main(page).locator(".answers"), "このままでは単位になりません", "後援だけの研修会は、対象になりません", "会員だけに限る研修会は、対象になりません", "申請は、開催日より前にします");
    await seesInOrder(main(page).locator(".answers"), "研修会の申請", "2026/11/20（金）まで", "1日前に過ぎました");
    await sees(main(page).locator(".foot"), "このままでは単位になりません");
    await main(page).locator(".answers").getByText("後援だけの研修会は").click();
    await sees(main(page), "日病薬ガイド1(2)1");
    await choose(page, "同時配信");
    await seesNo(main(page), "カリキュラム項目を決めずに申請する");
    await speaksPlainly(page);
  });

  await test("another scheme asks for other things: by minutes, over days, with a lecturer's unit; the keyboard is enough", async ({ phone }) => {
    const page = await open(await phone());
    await choose(page, /研修センター/);
    await choose(page, "分で");
    await dayOne(page).fill("2026-12-20");
    await typeTalk(page, 1, { minutes: "360" });
    await seesInOrder(main(page).locator(".answers"), "単位", "4単位", "12月20日", "360分");
    await main(page).getByText("講師をつとめた人の単位を計算する").click();
    await seesInOrder(main(page).locator(".answers"), "5単位", "4単位", "講師の分", "+1単位");
    await seesNo(main(page).locator(".answers"), "手数料");
    await seesNo(main(page), "カリキュラム項目");

    await main(page).getByRole("button", { name: "講演を足す" }).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "分数"));
    await page.keyboard.type("30");
    await sees(main(page), "30分 算入");
    await main(page).getByRole("button", { name: "1日目の2番目を消す" }).focus();
    await page.keyboard.press("Enter");
    await seesNo(main(page), "30分 算入");
    await tap(main(page), "日を足す");
    assert.equal(await main(page).getByLabel("2日目の開催日").inputValue(), "2026-12-21");
  });
}
