// What goes wrong on one phone or at the server, in the words of the page: a damaged database, a browser that keeps no files, a
// server that keeps nothing or does not understand, and two photos of one credit.

import assert from "node:assert/strict";
import { choosePhoto, photographed } from "./camera.mjs";
import { addCredit, closeSheet, logInOnNewTab, lookAtAgain, main, openCredit, save, sheet, syncLine, tab, tap } from "./desk.mjs";
import { sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const kUnsent = "まだ送っていない一件";
const kShared = "オンライン服薬指導の進め方";
const lecture = (title) => ({ date: "2026-11-15", units: "1", title });
const kDamaged = "この端末の記録が壊れていたため、作り直しました。";

/** Where the way to the server is broken for the ledger alone: the rest of the app is fetched as ever. */
const answeringSync = (phone, answer) => phone.context.route("**/api/v1/sync", answer);

export default async function (test) {
  await test("a damaged database is begun anew, what waited is there again, and the person is told once", async ({ server, phone }) => {
    const mine = await phone();
    mine.expectsNoNetwork();
    const page = await logInOnNewTab(mine);
    await answeringSync(mine, (route) => route.abort());
    await addCredit(page, lecture(kUnsent));
    await page.close();
    await damage(mine);
    const again = await mine.open();
    await sees(main(again), "記録を受け取り直します", "電波のあるところで開いておいてください");
    await seesNo(main(again), "認定証を持っていますか");
    await sees(again.getByRole("alert"), kDamaged, "未送信の1件は、控えから元に戻しました。", "送信済みのものは、サーバーから受け取り直します。", "壊れた記録は、調べられるように、この端末に取ってあります。");
    await speaksPlainly(again);
    await mine.context.unroute("**/api/v1/sync");
    await lookAtAgain(again);
    await sees(main(again), "あと1単位");
    await tab(again, "単位");
    await sees(main(again), "すべて 46", kUnsent);
    await sees(syncLine(again), "同期済み");
    await tap(again, "わかりました");
    await seesNo(again.locator("body"), kDamaged);
    await again.reload();
    await sees(main(again), "すべて 46", kUnsent);
    await seesNo(again.locator("body"), kDamaged);
    assert.equal(server.log.includes("fault"), false, server.log);
  });

  await test("a browser that keeps no files: it is said at once, and what is written is sent all the same", async ({ phone }) => {
    const page = await logInOnNewTab(await phone({ privately: true }));
    await sees(page.getByRole("alert"), "この端末に保存できません。", "未送信の変更は消えます");
    await addCredit(page, lecture(kUnsent));
    await sees(syncLine(page), "同期済み");
    await tap(page, "設定");
    await sees(main(page), "この端末への保存", "保存できません");
    await speaksPlainly(page);
  });

  for (const [status, code, words, line, file] of [
    [503, "read_only", "サーバーが点検中です。", "サーバーが点検中です。変更はこの端末にあります", false],
    [422, "type", "サーバーが受け取れませんでした。", "サーバーが受け取れません。変更はこの端末にあります", true],
  ]) {
    await test(`a server that takes nothing (${code}): why, what becomes of what waits, and all of it once it takes something again`, async ({ phone }) => {
      const mine = await phone();
      mine.expects(new RegExp(`status of ${status}`));
      const page = await logInOnNewTab(mine);
      await answeringSync(mine, (route) => route.fulfill({ status, json: { errors: [{ at: "", code, message: "" }] } }));
      await addCredit(page, lecture(kUnsent));
      await sees(syncLine(page), line);
      await syncLine(page).click();
      await seesInOrder(main(page), words, "送信を待っている変更", kUnsent);
      assert.equal(await main(page).getByRole("button", { name: "ファイルに保存する" }).count(), file ? 1 : 0);
      await speaksPlainly(page);
      await mine.context.unroute("**/api/v1/sync");
      await lookAtAgain(page);
      await sees(main(page), "すべて送信しました");
    });
  }

  await test("two phones photograph the same certificate without the network: both pictures can be looked at, and the one that is chosen stays", async ({ server, phone }) => {
    const phones = [await phone(), await phone()];
    const [first, second] = [await logInOnNewTab(phones[0]), await logInOnNewTab(phones[1])];
    for (const each of phones) await each.offline(true);
    for (const [page, colour] of [[first, "#276"], [second, "#726"]]) {
      await openCredit(page, kShared);
      await choosePhoto(page, await photographed(page, colour));
      await sees(main(page), "保存すると添付します");
      await save(page);
    }
    await phones[0].offline(false);
    await sees(syncLine(first), "同期済み");
    await phones[1].offline(false);
    await sees(syncLine(second), "内容がちがう変更 1件。どちらを残しますか");
    await syncLine(second).click();
    await tap(main(second), /^写真・PDFの添付/);
    await seesInOrder(main(second), "どちらを残しますか", kShared, "この端末の内容", "写真を見る", "この端末の内容を残す", "サーバーの内容", "写真を見る", "サーバーの内容を残す");
    const colours = [];
    for (const side of [0, 1]) {
      await main(second).getByRole("button", { name: "写真を見る" }).nth(side).click();
      await sheet(second).getByRole("img", { name: "受講証・シールの写真" }).waitFor();
      colours.push(await colourShown(second));
      await closeSheet(second);
    }
    assert.deepEqual(colours, ["reddish", "greenish"]);
    await speaksPlainly(second);
    await tap(main(second), "この端末の内容を残す");
    await tap(main(second), "戻る");
    await sees(syncLine(second), "同期済み");
    await lookAtAgain(first);
    await tab(first, "単位");
    await tap(main(first), new RegExp(`^${kShared}`));
    await tap(sheet(first), "写真を見る");
    await sheet(first).getByRole("img", { name: "受講証・シールの写真" }).waitFor();
    assert.equal(await colourShown(first), "reddish");
    assert.equal(server.log.includes("fault"), false, server.log);
  });
}

/** Writes over the files of every ledger on this phone, from a page that has not opened one. */
async function damage(phone) {
  const bystander = await phone.context.newPage();
  await bystander.goto(`${phone.server.origin}/api/v1/rules`);
  const harmed = await bystander.evaluate(async () => {
    const kPoolHeader = 4096; // bytes before the database's own
    const ledgers = await (await navigator.storage.getDirectory()).getDirectoryHandle("kensan");
    let files = 0;
    for await (const ledger of ledgers.values()) {
      for await (const handle of (await ledger.getDirectoryHandle(".opaque")).values()) {
        if ((await handle.getFile()).size <= kPoolHeader) continue;
        const writable = await handle.createWritable({ keepExistingData: true });
        await writable.write({ type: "write", position: kPoolHeader, data: new Uint8Array(65_536).fill(90) });
        await writable.close();
        files += 1;
      }
    }
    return files;
  });
  assert.ok(harmed > 0);
  await bystander.close();
}

/** Of the picture on the sheet, at its edge. */
const colourShown = (page) => page.evaluate(async () => {
  const image = document.querySelector("dialog img");
  await image.decode();
  const paper = document.createElement("canvas").getContext("2d");
  paper.drawImage(image, 0, 0);
  const [red, green] = paper.getImageData(1, 1, 1, 1).data;
  return red > green ? "reddish" : "greenish";
});
