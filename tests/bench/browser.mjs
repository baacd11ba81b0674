// The app as a phone would have it: Chromium with its processor slowed to a quarter. Times are
// taken in the page, from the tap to the frame that shows the new verdict.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { median } from "./ledger.mjs";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
const slowdown = 4;
const rounds = 9;
const browserArguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function serveDemo(folder) {
  const options = ["serve", "--demo", "--www", "build/www", "--data", folder, "--port", "0"];
  const server = spawn(kensan, options, { stdio: ["ignore", "pipe", "ignore"] });
  let port;
  for await (const line of createInterface({ input: server.stdout })) {
    port ??= /listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    const password = /password: (\S+)/.exec(line)?.[1];
    if (password !== undefined) return { server, url: `http://localhost:${port}/`, password };
  }
  throw new Error("kensan serve ended before it was ready");
}

async function slowed(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

/** From a tap on the stepper's + to the frame in which the line of the effect has changed. */
function tapToVerdict(page) {
  return page.evaluate(async () => {
    const line = document.querySelector(".effect");
    const plus = document.querySelector(".stepper button:last-of-type");
    const before = line.textContent;
    const changed = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (line.textContent === before) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now()));
      }).observe(line, { childList: true, characterData: true, subtree: true });
    });
    const begun = performance.now();
    plus.click();
    return (await changed) - begun;
  });
}

/** From a tap on the button that saves to the frame in which home shows another total: committed, then judged. */
async function saveToVerdict(page, url) {
  await page.goto(`${url}#/`);
  const before = await page.locator(".ring b").textContent();
  await page.goto(`${url}#/add`);
  await page.waitForSelector(".effect b");
  await page.evaluate((total) => {
    const begun = performance.now();
    globalThis.savedIn = undefined;
    new MutationObserver((_, observer) => {
      const now = document.querySelector(".ring b")?.textContent ?? total;
      if (now === total) return;
      observer.disconnect();
      requestAnimationFrame(() => (globalThis.savedIn = performance.now() - begun));
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    document.querySelector(".foot button.primary").click();
  }, before);
  await page.waitForFunction(() => globalThis.savedIn !== undefined);
  return page.evaluate(() => globalThis.savedIn);
}

/** From the start of a navigation without network to the verdict on the home screen. */
async function coldStart(context, url) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(".ring") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => (globalThis.usableAt = performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
  await slowed(page);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.usableAt !== undefined);
  const time = await page.evaluate(() => globalThis.usableAt);
  await page.close();
  return time;
}

async function signIn(page, url, password) {
  await page.goto(url);
  await page.fill("input[type=email]", "demo@example.jp");
  await page.fill("input[type=password]", password);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".ring");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null);
}

async function measureWith(browser, served) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "ja-JP" });
  const page = await context.newPage();
  await signIn(page, served.url, served.password);
  await page.goto(`${served.url}#/add`);
  await page.waitForSelector(".effect span");
  await slowed(page);
  const taps = [];
  for (let i = 0; i < rounds; i += 1) taps.push(await tapToVerdict(page));
  const saves = [];
  for (let i = 0; i < rounds; i += 1) saves.push(await saveToVerdict(page, served.url));
  await page.close();
  served.server.kill("SIGKILL");
  const starts = [];
  for (let i = 0; i < rounds; i += 1) starts.push(await coldStart(context, served.url));
  return [
    ["tap to new verdict in the form, 45 credits", `${median(taps).toFixed(0)} ms`],
    ["tap on 保存する to home's new verdict, committed", `${median(saves).toFixed(0)} ms`],
    ["start without network to the verdict", `${median(starts).toFixed(0)} ms`],
  ];
}

export async function measureBrowser() {
  const folder = mkdtempSync(join(tmpdir(), "kensan-bench-"));
  const served = await serveDemo(folder);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: browserArguments });
  try {
    return await measureWith(browser, served);
  } finally {
    await browser.close();
    served.server.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  }
}
