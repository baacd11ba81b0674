// The server's sentences again, over a storage that undoes and runs again every transaction: each comes out the same.
import assert from "node:assert/strict";
import { startServer } from "../server/server-under-test.mjs";

const server = await startServer();
await server.stop();
assert.ok(server.lines.includes("every transaction is run twice"), "this is the real storage");

process.argv.splice(2, process.argv.length, "accounts", "sync", "hardened", "applications", "known-rules", "person", "demo");
await import("../server/run.mjs");
