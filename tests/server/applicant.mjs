// A pharmacist whose ledger is with the server, and who may apply on `today`.
import { randomUUID } from "node:crypto";
import { today } from "./server-under-test.mjs";
import { Phone, canonical, credit, sha256 } from "./phone.mjs";

const scheme = "G13";
const edition = "2024-05-01";
const profile = { kind: "renewal", base: "2024-02-01" };

/** Registered, with ten units of each year. */
export async function applicant(server) {
  const phone = await Phone.registered(server);
  const dates = ["2024-05-10", "2025-05-10", "2026-05-10"];
  phone.credits = dates.map((date) => credit({ date, units: 10, held_in: "TAMETOKO" })).sort((a, b) => (a.id < b.id ? -1 : 1));
  await phone.sync(phone.operation("set_profile", "profile", profile), ...phone.credits.map((one) => phone.putCredit(one)));
  return phone;
}

/** Sends the application; the number that it was received under. */
export async function apply(phone) {
  const request = { op: "assess", as_of: today, scheme, edition, profile, credits: phone.credits };
  const verdict = (await phone.server.ask("POST", "/api/v1/eval", { body: request })).text;
  const { engine } = (await phone.get("me")).json;
  const digest = sha256(canonical({ credits: phone.credits, profile }));
  const body = { scheme, edition, as_of: today, disputed: false, digest, verdict, engine };
  const [ack] = (await phone.sync(phone.operation("submit_application", randomUUID(), body))).acks;
  if (ack.state !== "accepted") throw new Error(JSON.stringify(ack));
  return ack.application.number;
}
