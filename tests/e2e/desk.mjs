// What a person does, in the app's own words: tap, look behind a figure, type a credit.

import { kDemo } from "./demo-server.mjs";
import { sees } from "./seeing.mjs";

export const main = (page) => page.getByRole("main");
export const sheet = (page) => page.getByRole("dialog");
export const syncLine = (page) => page.locator("main .sync");
/** What is said after an action. */
export const notice = (page) => page.locator(".notices");

export const tap = (place, name) => place.getByRole("button", { name }).first().click();

/** The tabs at the foot: ホーム, 単位, 追加, 申請. */
export const tab = (page, name) => page.getByRole("navigation", { name: "主なメニュー" }).getByRole("button", { name, exact: true }).click();

export async function typeLogin(page, email, password) {
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(password);
}

/** Logs in to the demo account and waits for its answer. */
export async function logIn(page, server) {
  await typeLogin(page, kDemo, server.password);
  await tap(page, "ログインする");
  await page.getByRole("navigation", { name: "主なメニュー" }).waitFor();
  await sees(main(page), "申請期間");
}

export async function logInOnNewTab(phone) {
  const page = await phone.open();
  await logIn(page, phone.server);
  return page;
}

/** As when the phone is taken out of the pocket. */
export const lookAtAgain = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** Opens what lies behind a figure, its clause too; answers the sheet. */
export async function lookBehind(page, name) {
  await tap(main(page), name);
  await sheet(page).waitFor();
  return sheet(page);
}

export const openClause = (place) => place.getByText("根拠").filter({ visible: true }).first().click();

export async function closeSheet(page) {
  await tap(sheet(page), "閉じる");
  await sheet(page).waitFor({ state: "hidden" });
}

/** On the home, the scheme aimed at: the switcher, then its row. */
export async function chooseScheme(page, name) {
  await tap(main(page), /^申請先をえらぶ/);
  await tap(sheet(page), name);
  await sheet(page).waitFor({ state: "hidden" });
}

export async function dismissNotice(page) {
  await tap(notice(page), "閉じる");
  await notice(page).getByRole("button").waitFor({ state: "hidden" });
}

/** Three number fields, in the western calendar: "2026-11-20", or any three parts. */
export async function typeDate(place, date) {
  const [year, month, day] = date.split("-");
  await place.getByRole("radio", { name: "西暦" }).check({ force: true });
  for (const [name, value] of [["年", year], ["月", month], ["日", day]]) await place.getByRole("textbox", { name, exact: true }).fill(value);
}

/** The rarer kinds stand behind the last tile. */
async function chooseKind(form, kind) {
  const rarer = form.getByRole("button", { name: /^ほか\d種/ });
  const tile = form.getByRole("radio", { name: kind });
  if ((await tile.count()) === 0) await rarer.click();
  await tile.check({ force: true });
}

export async function typeCredit(page, { kind, date, units, provider, title }) {
  const form = main(page);
  if (kind) await chooseKind(form, kind);
  if (date) {
    const opened = await form.getByRole("group", { name: "取得日" }).isVisible();
    if (!opened) await form.locator("summary").filter({ hasText: "取得日" }).click();
    await typeDate(form.getByRole("group", { name: "取得日" }), date);
  }
  if (units !== undefined) await form.getByLabel("単位数").fill(units);
  if (provider) await form.getByLabel("発行元", { exact: true }).selectOption(provider);
  if (title) await form.getByLabel("研修名").fill(title);
}

export const save = (page) => tap(main(page), "保存する");

/** Adds a credit and waits until the phone has it. */
export async function addCredit(page, credit) {
  await tab(page, "追加");
  await typeCredit(page, credit);
  await save(page);
  await sees(notice(page), "保存しました");
}

/** Opens a credit of the ledger for a change. */
export async function openCredit(page, title) {
  await tab(page, "単位");
  await tap(main(page), new RegExp(`^${title}`));
  await tap(sheet(page), "この単位を直す");
  await sees(main(page), "単位を直す");
}

/** On the home: pays units out of another scheme's system. Two confirmations: that it is for ever, and that it is done there. */
export async function payOut(page, { system, units, from }) {
  await tap(main(page), new RegExp(`^${system}の${units}単位を払い出す`));
  await sees(main(page), "払い出しの確認", "払い出しは取り消せません");
  await tap(main(page), "払い出しの手続きに進む");
  await sees(main(page), "確かめたら、印をつけてください");
  await main(page).getByText(`${from}に戻せないことを確かめました`).click();
  await tap(main(page), "払い出しの手続きに進む");
  await sees(sheet(page), `${system}で払い出しましたか`, `この操作では、${system}の手続きは行われません`);
  await tap(sheet(page), "払い出し済みと記録する");
  await sees(notice(page), "払い出し済みと記録しました");
  await dismissNotice(page);
}
