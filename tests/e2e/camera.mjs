// Photos as a phone's camera makes them.

import { main } from "./desk.mjs";

/** Large, of one colour with a word on it, and with the place where it was taken. */
export async function photographed(page, colour) {
  const plain = await page.evaluate(async (fill) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3000, 2000];
    const paper = canvas.getContext("2d");
    paper.fillStyle = fill;
    paper.fillRect(0, 0, 3000, 2000);
    paper.fillStyle = "#fff";
    paper.font = "200px sans-serif";
    paper.fillText("受講証明書", 300, 900);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.95));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, colour);
  const place = Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0GPSLatitude 35.68", "latin1");
  const length = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
  return { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([Buffer.from(plain.slice(0, 2)), length, place, Buffer.from(plain.slice(2))]) };
}

export const choosePhoto = (page, file) => main(page).getByLabel(/^(写真・PDFを選ぶ|選び直す)/).setInputFiles(file);
