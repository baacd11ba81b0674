// Faults to be sown into the phone's code: one passage of one file of www/src exchanged for another.
const log = (from, to) => [{ file: "storage/log.ts", from, to }];
const merge = (from, to) => [{ file: "storage/merge.ts", from, to }];
const tables = (from, to) => [{ file: "storage/tables.ts", from, to }];

// Else the phone finds out by comparing what it holds with what the server says that it should.
const kDeaf = merge("if (here.rows === there.rows && here.versions === there.versions) return false;", "return false;");
const kWait = "  wait(db, operations(db, \"state <> 'pending'\"));";
const kRenumber = '  renumber(db, operations(db, "TRUE"));';

const kEarlier = "const base = base_version ?? (prior === undefined ? undefined : baseAfter(db, prior));";

export const clientFaults = {
  "an answer is taken without the log": merge('db.exec({ sql: "UPDATE ops SET state = ?, answer', 'if (ack.state !== "conflict") db.exec({ sql: "UPDATE ops SET state = ?, answer'),
  "each try has an id of its own": log("  const waiting = operations(db, \"state = 'pending'\");",
    "  db.exec(\"UPDATE ops SET id = substr(id, 1, 24) || lower(hex(randomblob(6))) WHERE state = 'pending'\");\n  const waiting = operations(db, \"state = 'pending'\");"),
  "an operation is split in two": log("for (const change of changes) {", 'for (const change of changes.flatMap((one) => [one, { ...one, id: `${one.id.slice(0, -2)}00` }])) {'),
  "edits in a row stand on the same version": log("(follows ? null : rowVersion(", "(rowVersion("),
  "an edit after a conflict stands on what was not seen": merge("return kNoVersion;", "return ack.current?.version ?? kNoVersion;"),
  "a conflict counts as settled": merge("agreed || op.settled ? 1 : 0", '1'),
  "rows that come are taken whatever their version": tables(" WHERE excluded.version > version", "").concat(kDeaf),
  "the cursor runs ahead": merge("Math.max(cursor, answer.cursor)", "Math.max(cursor, answer.cursor + 1)"),
  "what is read in stands on what is here": [{ file: "storage/waiting-file.ts", from: kEarlier, to: "void prior; const base = base_version ?? undefined;" }],
  "a used number counts as a refusal": merge('ack.reason === "seq_reused") becomeNewDevice', 'ack.reason === "nothing") becomeNewDevice'),
  "after a restore nothing goes again": merge(kWait, "").concat(merge(kRenumber, "  void renumber;"), merge("seq >= ? AND state <> 'pending'\"", "seq >= ? AND FALSE\"")),
  "after a restore the old cursor stays": merge("  hearAgain(db);\n  db.exec", "  db.exec").concat(kDeaf),
  "after a restore only what this device sent goes again": merge(kRenumber, "  void renumber;").concat(
    merge(kWait, "  wait(db, operations(db, \"device = ? AND state <> 'pending'\", [device(db)]));")),
  "after a restore what others had written is forgotten": merge("for (const { kind, id, body } of forgotten) {", "for (const { kind, id, body } of forgotten.slice(1)) {"),
};
