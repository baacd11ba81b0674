// Rules that only the server knows: a fictitious provider, G99, reaches the phone, judges there, and goes on judging without the
// network. What is not what it says it is is refused in a sentence, and what is kept stays.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEngine } from "../cases/engine-wasm.mjs";
import { kDemo, root } from "./demo-server.mjs";
import { addCredit, chooseScheme, closeSheet, dismissNotice, logInOnNewTab, lookBehind, main, notice, openClause, payOut, sheet, syncLine, tab, tap, typeDate, typeLogin } from "./desk.mjs";
import { RulesDouble } from "./rules-double.mjs";
import { eventually, sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const kPacks = join(root, "tests/packs/G99");
const kFile = "2026-11-01.json";
const kScheme = "みほん薬剤師研修センター 認定薬剤師（G99）";
const kMine = "みほん G99";

/** The credits of somebody whose period ends on 30 November 2026; together just enough for G99. */
const kCredits = [
  { kind: "集合研修", date: "2025-02-09", units: "8", provider: "研修センター G01", title: "在宅医療の実際" },
  { kind: "論文", date: "2025-05-10", units: "8", provider: kMine, title: "残薬調整の効果" },
  { kind: "学会発表", date: "2025-06-01", units: "6", provider: kMine, title: "残薬調整の効果（口演）" },
  { kind: "eラーニング", date: "2026-06-14", units: "5", provider: kMine, title: "腎機能と用量" },
  { kind: "eラーニング", date: "2026-07-05", units: "4", provider: kMine, title: "漢方の基礎" },
  { kind: "eラーニング", date: "2026-08-02", units: "4", provider: kMine, title: "小児の服薬支援" },
];

export default async function (test) {
  await test("a provider that only the server knew: its caps, years, period, names and clauses judge on the phone, and go on without the network", async ({ server, phone }) => {
    await restart(server, kPacks);
    const mine = await phone();
    mine.expectsNoNetwork();
    mine.expects(/status of 401/);
    const page = await registered(mine, "2023-12-01");
    await dismissNotice(page);
    await chooseScheme(page, kScheme);
    await seesInOrder(main(page), "みほん", "G99", "更新", "まだ単位がありません");

    for (const credit of kCredits) await addCredit(page, credit);
    await tab(page, "単位");
    await sees(main(page), "30単位を算入", "（35単位のうち）", "上限超過 1単位は算入されません（1日4単位まで）", "上限超過 2単位は算入されません（期間中10単位まで）", "上限超過 2単位は算入されません（期間中12単位まで）");
    await looksBehindTheCaps(page);

    await tab(page, "ホーム");
    await seesInOrder(main(page), "30", "/30単位", "条件を満たしました", "払い出しが残っています", "2027年2月28日（日）まで", "PECSの8単位を払い出す",
      "1年目", "2023/12/1〜2024/10/31", "2年目", "2024/11/1〜2025/10/31", "20単位", "3年目", "2025/11/1〜2026/10/31", "10単位", "4年目", "2026/11/1〜2026/11/30", "みほんの単位", "2026年11月1日からの規則で判定しています");
    await paysOut(page);
    await seesInOrder(main(page), "条件をすべて満たし、", "申請できます", "2027年2月28日（日）まで", "申請書類を準備する");
    await prepares(page);
    await listsTheRules(page);
    await speaksPlainly(page);

    await sees(syncLine(page), "同期済み");
    await mine.installed(page);
    await server.stop();
    await page.reload();
    await seesInOrder(main(page), "みほん", "30", "/30単位", "申請できます", "2027年2月28日（日）まで");
    await addCredit(page, { kind: "eラーニング", date: "2026-09-06", units: "3", provider: kMine, title: "電波のない日の一件" });
    await tab(page, "単位");
    await sees(main(page), "30単位を算入", "（38単位のうち）", "電波のない日の一件", "上限超過 3単位は算入されません（期間中10単位まで）");
    await tab(page, "ホーム");
    await tap(main(page), /^すべての申請先をくらべる/);
    await seesInOrder(main(page), "みほんに申請できます", "G99・更新", "いちばん近い", "申請できます", "7,700円（税込）", "2026年11月1日から");
  });

  await test("an organiser without an account has the deadlines and the fee of a provider that only the server knew", async ({ server, phone }) => {
    await restart(server, kPacks);
    const page = await (await phone()).open("/seminar");
    await main(page).getByRole("radio", { name: /みほん/ }).check({ force: true });
    await main(page).getByLabel("1日目の開催日").fill("2027-01-24");
    await main(page).getByLabel("申請する枚数").fill("31");
    await seesInOrder(main(page), "期限", "みほん 2026年11月1日の規則", "研修会の申請", "2026/12/25", "実施報告", "2027/2/24", "手数料", "3,300円");
    await speaksPlainly(page);
  });

  await test("rules that come while two tabs are open reach both; when the server has them no more they stay", async ({ server, phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    const tabs = [await logInOnNewTab(mine), await mine.open()];
    for (const page of tabs) await sees(main(page), "薬ゼミ", "同期済み");
    await restart(server, kPacks);
    await tabs[0].reload(); // the other tab leads now
    await sees(notice(tabs[1]), "新しい規則が届きました");
    await dismissNotice(tabs[1]);
    for (const page of tabs) {
      await eventually(() => sees(main(page), "みほん（G99）"));
      await chooseScheme(page, kScheme);
      await seesInOrder(main(page), "みほん", "みほんの単位");
    }
    await restart(server, null);
    await tabs[1].close();
    await tabs[0].reload();
    await seesInOrder(main(tabs[0]), "みほん", "同期済み", "みほんの単位");
    await seesTheRules(tabs[0]);
    await sees(main(tabs[0]), kScheme, "2026/11/21にサーバーから届きました");
  });

  await test("a pack with other bytes than its digest vouches for is refused, said so, and not kept; the right one is taken afterwards", async ({ server, phone }) => {
    await restart(server, kPacks);
    const double = await RulesDouble.before(server);
    const mine = await phone({ through: double });
    mine.expectsNoNetwork();
    const text = await readFile(join(kPacks, kFile), "utf8");
    double.answers.set("rules/G99@2026-11-01", text.replace('"units": 40', '"units": 4'));
    const page = await logInOnNewTab(mine);
    await seesTheRules(page);
    await sees(main(page), "G99 2026年11月1日の版", "届いた内容が、サーバーの一覧と合いません。使わずに、次の同期で確かめます。");
    await seesNo(main(page), kScheme, "新着");
    await mine.installed(page);
    await mine.offline(true);
    await page.reload();
    await sees(main(page), "届いた内容が、サーバーの一覧と合いません");
    await seesNo(main(page), kScheme);
    await mine.offline(false);

    double.answers.clear();
    await page.reload();
    await sees(main(page), kScheme, "新着");
    await seesNo(main(page), "一覧と合いません");
    double.close();
  });

  await test("an edition whose content has changed since it was kept is refused; the kept one goes on judging", async ({ server, phone }) => {
    await restart(server, kPacks);
    const mine = await phone();
    mine.expectsNoNetwork();
    const page = await logInOnNewTab(mine);
    await chooseScheme(page, kScheme);
    await seesInOrder(main(page), "3年目が4単位でした。1単位足りません。", "3年目", "1不足", "4単位");
    const edited = await editedPacks((text) => text.replaceAll('"units": 5,', '"units": 4,'));
    await restart(server, edited);
    await page.reload();
    await sees(main(page), "みほん（G99） 2026年11月1日の版", "サーバーで、同じ版の内容が変わりました。はじめの内容のまま判定します。");
    await seesInOrder(main(page), "3年目が4単位でした。1単位足りません。", "3年目", "1不足", "4単位");
    await rm(edited, { recursive: true });
  });

  await test("a pack of a form that this app does not know asks for a newer app", async ({ server, phone }) => {
    const double = await RulesDouble.before(server);
    const engine = await loadEngine();
    const text = (await readFile(join(kPacks, kFile), "utf8")).replace('"bands"', '"moon_phase": 3, "bands"'); // nothing that an assessment reads
    const digest = createHash("sha256").update(engine.canonicalJson(text)).digest("hex");
    double.answers.set("rules", JSON.stringify({ rules: [{ scheme: "G99", edition: "2026-11-01", status: "confirmed", digest }] }));
    double.answers.set("rules/G99@2026-11-01", text);
    const page = await logInOnNewTab(await phone({ through: double }));
    await seesTheRules(page);
    await sees(main(page), "G99 2026年11月1日の版", "このアプリでは読めない規則です。アプリを更新してください。");
    await seesNo(main(page), kScheme);
    double.close();
  });

  await test("a credit that lies with a provider whose rules have not arrived: the phone says that it cannot judge, until they have", async ({ server, phone }) => {
    await restart(server, kPacks);
    const first = await logInOnNewTab(await phone());
    await chooseScheme(first, kScheme);
    await addCredit(first, { kind: "eラーニング", date: "2026-11-15", units: "1", provider: kMine, title: "みほんの一件" });
    await sees(syncLine(first), "同期済み");
    const double = await RulesDouble.before(server);
    double.answers.set("rules", '{"rules":[]}');
    const other = await (await phone({ through: double })).open();
    await typeLogin(other, kDemo, server.password);
    await tap(other, "ログインする");
    await sees(main(other), "まだ届いていない規則があり、判定できません");
    double.answers.clear();
    await other.reload();
    await seesInOrder(main(other), "薬ゼミ", "64", "/30単位");
    double.close();
  });

  await test("whoever logs in again finds the chosen provider, and its rules, again", async ({ server, phone }) => {
    await restart(server, kPacks);
    const page = await logInOnNewTab(await phone());
    await chooseScheme(page, kScheme);
    await tap(page, "設定");
    await tap(main(page), "ログアウト");
    await tap(sheet(page), "ログアウトする");
    await sees(main(page), "ログイン");
    await page.reload();
    await typeLogin(page, kDemo, server.password);
    await tap(page, "ログインする");
    await seesInOrder(main(page), "みほん", "G99", "みほんの単位");
  });
}

async function restart(server, rules) {
  server.rules = rules;
  await server.stop();
  await server.startAgain();
}

async function editedPacks(edit) {
  const folder = await mkdtemp(join(tmpdir(), "kensan-packs-"));
  await cp(kPacks, folder, { recursive: true });
  const file = join(folder, kFile);
  const text = await readFile(file, "utf8");
  assert.notEqual(edit(text), text);
  await writeFile(file, edit(text));
  return folder;
}

/** Somebody new, whose certification period began on `base`. */
async function registered(mine, base) {
  const page = await mine.open("/register");
  await typeLogin(page, "midori@example.jp", "himawari-batake-7");
  await tap(page, "登録する");
  await tap(main(page), "持っている");
  await typeDate(page.getByRole("group", { name: "認定期間の初日" }), base);
  await tap(main(page), "この日付で進む");
  await sees(main(page), "まだ単位がありません");
  return page;
}

async function seesTheRules(page) {
  await tap(page, "設定");
  await tap(main(page), /^規約の版/);
  await sees(main(page), "判定に使う規則です", "薬学ゼミナール生涯学習センター 認定薬剤師（G13）");
}

async function looksBehindTheCaps(page) {
  await openClause(await lookBehind(page, /^腎機能と用量/));
  await sees(sheet(page), "eラーニングは、1日に4単位まで", "みほん細則9", "インターネット研修は1日4単位・期間中10単位まで", "出典：みほん細則（2026年11月1日施行。架空の制度です）");
  await closeSheet(page);
  await openClause(await lookBehind(page, /^残薬調整の効果（口演）/));
  await sees(sheet(page), "学会発表・論文は、期間中に12単位まで", "みほん細則9", "発表と論文は合わせて12単位まで");
  await closeSheet(page);
}

async function paysOut(page) {
  await tap(main(page), "PECSの8単位を払い出す");
  await sees(main(page), "PECS（G01）", "みほん（G99）", "G99 みほん薬剤師研修センター");
  await tap(main(page), "戻る");
  await payOut(page, { system: "PECS", units: 8, from: "G01" });
}

async function prepares(page) {
  await tab(page, "申請");
  await sees(main(page), "これは申請ではありません", "みほんネットから申請します", "7,700円", "みほんの単位");
  await tap(main(page), "準備する書類を印刷する");
  await sees(main(page), "みほん薬剤師研修センター 認定薬剤師", "みほん細則2", "みほん細則3", "みほん細則4", "「みほん細則9」");
  await tap(main(page), "戻る");
}

async function listsTheRules(page) {
  await seesTheRules(page);
  await seesInOrder(main(page), kScheme, "2026年11月1日から", "いまの規則", "新着", "令和8年・2026/11/21にサーバーから届きました", "出典：みほん細則（2026年11月1日施行。架空の制度です）");
  await seesInOrder(main(page), "（G01）", "2022年4月1日から", "暫定", "アプリに入っています", "2017年4月1日から", "いまの規則", "平成29年・アプリに入っています", "（G13）", "2024年5月1日から", "いまの規則");
  await tap(main(page), "戻る");
  await tap(main(page), "戻る");
  await tab(page, "ホーム");
}
