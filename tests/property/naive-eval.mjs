// Answers requests with the naive implementation, one a line from standard input: the same usage as
// `kensan eval --lines`, to hold the laws to it and to look at single answers.

import { readFileSync } from "node:fs";
import { load } from "./compile.mjs";

const { answer } = await load("naive.ts");
const lines = readFileSync(0, "utf8").split("\n").filter((line) => line.trim() !== "");
process.stdout.write(lines.map((line) => `${answer(line) ?? '{"errors":[]}'}\n`).join(""));
