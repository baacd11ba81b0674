// A phone: one browser context with its own storage, at 390 x 844 in Tokyo, whose date stands still while its timers run.
// Whatever its pages complain about in the console fails the journey, save what was announced.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { kNow, root } from "./demo-server.mjs";
import { kDeadline } from "./seeing.mjs";

const kArguments = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const kNoNetwork = /^Failed to load resource: net::ERR_/;

export const evidence = join(root, "build/e2e");

/** Some browsers refuse the private file system in their private mode. */
async function withoutFiles(route) {
  const response = await route.fetch();
  const { "content-encoding": _, ...headers } = response.headers();
  const refusal = "navigator.storage.getDirectory = () => Promise.reject(new DOMException('private', 'SecurityError'));\n";
  await route.fulfill({ response, headers, body: refusal + (await response.text()) });
}

export const startBrowser = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: kArguments });

export class Phone {
  complaints = [];
  requests = [];
  #expected = [];

  static async make(browser, server, { now = kNow, dark = false, height = 844, script = null, privately = false } = {}) {
    const phone = new Phone();
    phone.server = server;
    phone.context = await browser.newContext({
      viewport: { width: 390, height }, locale: "ja-JP", timezoneId: "Asia/Tokyo", colorScheme: dark ? "dark" : "light",
      serviceWorkers: privately ? "block" : "allow",
    });
    phone.context.setDefaultTimeout(kDeadline);
    await phone.context.clock.setFixedTime(`${now}+09:00`);
    if (script !== null) await phone.context.addInitScript({ path: script });
    if (privately) await phone.context.route(/storage-worker-\w+\.js$/, withoutFiles);
    phone.#listen();
    return phone;
  }

  #listen() {
    this.context.on("console", (message) => {
      const text = message.text();
      if (message.type() === "error" && !this.#expected.some((words) => words.test(text))) this.complaints.push(`${text} ${message.location().url}`);
    });
    this.context.on("weberror", (fault) => this.complaints.push(String(fault.error().stack ?? fault.error())));
    this.context.on("request", (request) => this.requests.push(request));
  }

  /** The browser itself writes refusals and lost connections into the console: those that the journey means to happen. */
  expects(words) {
    this.#expected.push(words);
  }

  /** From now on the network may fail. */
  expectsNoNetwork() {
    this.expects(kNoNetwork);
  }

  async offline(off) {
    this.expectsNoNetwork();
    await this.context.setOffline(off);
  }

  /** A new tab, at an address like "/ledger". */
  async open(address = "/") {
    const page = await this.context.newPage();
    await page.goto(`${this.server.origin}/#${address}`);
    return page;
  }

  /** Waits until the app is there without the network: its service worker serves this page. */
  async installed(page) {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** For the one who looks why a journey failed; answers the files. */
  async leaveEvidence(name) {
    await mkdir(evidence, { recursive: true });
    const files = [];
    for (const [index, page] of this.context.pages().entries()) {
      const file = join(evidence, `${name}-tab-${index + 1}`);
      await page.screenshot({ path: `${file}.png`, timeout: 10_000 }).then(() => files.push(`${file}.png`), () => undefined);
      const text = await page.locator("body").innerText({ timeout: 5_000 }).catch((error) => String(error));
      await writeFile(`${file}.txt`, `${page.url()}\n\n${text}\n`);
      files.push(`${file}.txt`);
    }
    return files;
  }

  close() {
    return this.context.close();
  }
}
