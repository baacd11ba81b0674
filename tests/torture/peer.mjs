// The server's own code as a process that is driven by lines of JSON (peer.cpp).
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { binary } from "../server/server-under-test.mjs";

const kMemory = "/dev/shm"; // a database there costs no disk; what a disk may lose is another test's matter

export class Peer {
  constructor() {
    this.folder = mkdtempSync(join(existsSync(kMemory) ? kMemory : tmpdir(), "kensan-peer-"));
    this.child = spawn(join(dirname(binary), "kensan_sync_peer"), [this.folder], { stdio: ["pipe", "pipe", "pipe"] });
    this.said = "";
    this.child.stderr.on("data", (text) => (this.said = (this.said + text).slice(-2000)));
    this.waiting = [];
    createInterface({ input: this.child.stdout }).on("line", (line) => this.waiting.shift().done(JSON.parse(line)));
    this.child.on("exit", (status) => this.waiting.forEach(({ failed }) => failed(new Error(`kensan_sync_peer ended with ${status}: ${this.said}`))));
  }

  ask(order) {
    return new Promise((done, failed) => {
      this.waiting.push({ done, failed });
      this.child.stdin.write(`${JSON.stringify(order)}\n`);
    });
  }

  sql(sql) {
    return this.ask({ do: "sql", sql });
  }

  end() {
    this.child.stdin.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
