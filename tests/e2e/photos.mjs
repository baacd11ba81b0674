// A photo of the certificate or seal: taken offline, sent by itself, seen on the other phone, replaced, removed; what is no photo is
// refused in words.

import assert from "node:assert/strict";
import { choosePhoto, photographed } from "./camera.mjs";
import { addCredit, closeSheet, logInOnNewTab, main, notice, openCredit, save, sheet, syncLine, tab, tap, typeCredit } from "./desk.mjs";
import { eventually, sees, seesInOrder, seesNo, speaksPlainly } from "./seeing.mjs";

const kLecture = { kind: "eラーニング", date: "2026-11-15", units: "1", provider: "薬ゼミ G13", title: "写真つきの一件" };

/** The size of the picture on the sheet. */
const shown = (page) => page.evaluate(async () => {
  const image = document.querySelector("dialog img");
  await image.decode();
  return [image.naturalWidth, image.naturalHeight];
});

async function openPhoto(page, title) {
  await tab(page, "単位");
  await tap(main(page), new RegExp(`^${title}`));
  await tap(sheet(page), "写真を見る");
  await sheet(page).getByRole("img", { name: "受講証・シールの写真" }).waitFor();
}

export default async function (test) {
  await test("taken without the network, it is there at once, is sent by itself later, and is seen on the other phone", async ({ server, phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await mine.installed(page);
    const photo = await photographed(page, "#276");
    await mine.offline(true);
    await tab(page, "追加");
    await typeCredit(page, kLecture);
    await sees(main(page), "受講証・シールの写真", "1件に1枚です");
    await choosePhoto(page, photo);
    await sees(main(page), "保存すると添付します", "場所の情報は取り除きました");
    await save(page);
    await sees(notice(page), "保存しました");
    await openPhoto(page, kLecture.title);
    assert.deepEqual(await shown(page), [1600, 1067]);
    await sees(sheet(page), "サーバーへは未送信");
    await speaksPlainly(page);
    await closeSheet(page);

    await mine.offline(false);
    await sees(syncLine(page), "同期済み");
    await openPhoto(page, kLecture.title);
    await sees(sheet(page), "サーバーに保存済み");
    const bytes = await server.photos();
    assert.equal(bytes.length, 1);
    assert.ok(!bytes[0].includes("Exif") && !bytes[0].includes("GPS"), "where it was taken stays with nobody");

    const other = await phone();
    const second = await logInOnNewTab(other);
    await openPhoto(second, kLecture.title);
    assert.deepEqual(await shown(second), [1600, 1067]);
  });

  await test("replaced, removed, and put back with the credit that was deleted", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await addCredit(page, kLecture);
    await openCredit(page, kLecture.title);
    await choosePhoto(page, await photographed(page, "#726"));
    await sees(main(page), "保存すると添付します");
    await save(page);
    await openCredit(page, kLecture.title);
    await sees(main(page), "サーバーに保存済み", "撮り直す");
    await choosePhoto(page, await photographed(page, "#267"));
    await sees(main(page), "保存すると添付します");
    await save(page);
    await openPhoto(page, kLecture.title);
    await closeSheet(page);

    await openCredit(page, kLecture.title);
    await tap(main(page), "この単位を削除する");
    await tap(sheet(page), "削除する");
    await sees(notice(page), "単位を削除しました");
    await tap(page, "元に戻す");
    await openPhoto(page, kLecture.title);
    await closeSheet(page);

    await openCredit(page, kLecture.title);
    await tap(main(page), "外す");
    await sees(main(page), "保存すると外れます");
    await save(page);
    await tab(page, "単位");
    await tap(main(page), new RegExp(`^${kLecture.title}`));
    await seesNo(sheet(page), "写真を見る");
  });

  await test("a PDF is attached as it is and can be opened; what is no photo, too large or cannot be read is refused in words", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    await addCredit(page, kLecture);
    await openCredit(page, kLecture.title);
    const bad = [
      [{ name: "受講証.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>alert(1)</script>") }, "写真（JPEG・PNG・WebP）かPDFを選んでください"],
      [{ name: "IMG.heic", mimeType: "image/heic", buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0") }, "この写真の形式（HEIC）"],
      [{ name: "broken.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]) }, "この写真は開けませんでした"],
      [{ name: "long.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(11 << 20)]) }, "PDFは10 MBまで"],
    ];
    for (const [file, words] of bad) {
      await choosePhoto(page, file);
      await sees(main(page), words);
    }
    const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    await choosePhoto(page, { name: "受講証.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) });
    await sees(main(page), "保存すると添付します（1 KB）");
    await save(page);
    await openCredit(page, kLecture.title);
    await sees(main(page), "サーバーに保存済み");
    await tap(main(page), "PDFを見る");
    await sees(sheet(page), "PDF（1 KB）");
    const [download] = await Promise.all([page.waitForEvent("download"), sheet(page).getByText("PDFを保存して開く").click()]);
    assert.match(download.suggestedFilename(), /^kensan-[0-9a-f]{8}\.pdf$/);
  });

  await test("what the server does not take is told with its reason, and the rest of the ledger goes on", async ({ phone }) => {
    const mine = await phone();
    mine.expects(/status of 422/);
    const page = await logInOnNewTab(mine);
    await addCredit(page, kLecture);
    await openCredit(page, kLecture.title);
    const armed = "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    await choosePhoto(page, { name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from(armed) });
    await sees(main(page), "保存すると添付します");
    await save(page);
    await eventually(async () => {
      await openCredit(page, kLecture.title);
      await sees(main(page), "サーバーが受け取れませんでした。中に動作するものが含まれる");
    });
    await tap(page, "閉じる");
    await addCredit(page, { ...kLecture, title: "つぎの一件" });
    await sees(syncLine(page), "受け取れなかった写真 1枚");
    await syncLine(page).click();
    await seesInOrder(main(page), "受け取れなかった写真 1枚", kLecture.title, "中に動作するものが含まれる");
    await seesNo(main(page), "すべて送信しました", "つぎの一件");
    await speaksPlainly(page);
    await tap(main(page), "戻る");
    await tap(page, "設定");
    await tap(main(page), "ログアウト");
    await sees(sheet(page), "未送信の変更が1件あります。", "1件は失われます");
  });
}
