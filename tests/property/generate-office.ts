// Random requests of `fee` and `deadlines`.

import { Made } from "./generate";
import { addDays, borderDate, nudged } from "./generate-ledger";
import { Fields, Raw, Value } from "./generate-text";
import { Random } from "./random";

const kDeliveries = ["assembly", "web_live", "web_recorded"];
const kCounts = [0, 1, 49, 50, 51, 100, 101, 300, 301, 1000, 1001, 2000, 2001, 2999, 3000, 3001, 3002, 4000, 4001, 12345, 1000000, 2147483648, 4294967297, 99999999999];

function randomCount(random: Random): Value {
  if (random.chance(0.05)) return new Raw(random.pick(["50.0", "5e1", "5.1e1", "0e5", "-0"]));
  return random.chance(0.8) ? random.pick(kCounts) : random.integer(0, 5000);
}

function setEdition(random: Random, request: Fields): void {
  const date = request.scheme === "P04" ? "2021-03-11" : "2017-04-01";
  if (random.chance(0.15)) request.edition = random.chance(0.8) ? date : random.pick(["2022-04-01", "2023-04-01", "2024-05-01"]);
  if (random.chance(0.15)) request.as_of = random.chance(0.3) ? nudged(random, date) : "2026-11-21";
}

export function feeRequest(random: Random): Made {
  const request: Fields = { op: "fee", scheme: random.pick(["P04", "P04", "P04", "P04", "G01"]) };
  setEdition(random, request);
  if (request.scheme === "G01") request.what = random.pick(["certification", "renewal", "reissue"]);
  else {
    request.delivery = random.pick(kDeliveries);
    request[request.delivery === "assembly" ? "applied" : "distributed"] = randomCount(random);
    if (random.chance(0.4)) request.additional = Array.from({ length: random.integer(0, 4) }, () => randomCount(random));
  }
  if (random.chance(0.01)) request.scheme = "G13";
  const relations = [
    () => (request.applied = 5),
    () => (request.distributed = 5),
    () => delete request.applied,
    () => (request.delivery = random.pick(kDeliveries)),
    () => (request.additional = [1.5, -1, "2"]),
  ];
  return { request, relations };
}

export function deadlinesRequest(random: Random): Made {
  const request: Fields = { op: "deadlines", scheme: random.pick(["P04", "P04", "G01"]) };
  setEdition(random, request);
  const start = random.chance(0.98) ? borderDate(random, 2018, 2032) : random.pick(["1900-01-01", "2199-12-31", "2199-12-01"]);
  request.start = start;
  request.end = addDays(start, random.pick([0, 0, 1, 13, 14, 15, 27, 28, 29, 30, 31, 32, random.integer(0, 400)]));
  if (request.scheme === "P04") {
    request.delivery = random.pick(kDeliveries);
    request.host = random.pick(["prefecture", "other"]);
  }
  if (random.chance(0.01)) request.scheme = "G13";
  const relations = [
    () => (request.end = addDays(start, -1)),
    () => (request.host = random.pick(["prefecture", "office"])),
    () => delete request.host,
  ];
  return { request, relations };
}
