// Carries out what `update` asks for: the one place that calls engine, storage and server, and reports back with actions.

import type { Credit } from "../engine/contract";
import { type Engine, startEngine } from "../engine/engine";
import { api } from "../server/api";
import type { Rounds } from "../server/rounds";
import { startSync, type SyncWorld } from "../server/sync";
import { openStorage, type Storage, StorageError, type StorageEvent } from "../storage/storage";
import { uuid7 } from "../storage/uuid7";
import type { Blob, Change } from "../storage/ledger";
import { kGuest, type Snapshot, type SyncNews } from "../storage/protocol";
import type { Action, Done } from "./actions";
import type { Effect } from "./effect";
import { assessAll, judgeCredit, judgePayout, judgeProfile } from "./effects/judge";
import { beginGuest, eraseGuest, exportWaiting, importFile, joinGuest, leaveGuest, lookForGuest } from "./effects/carrying";
import { allocateUnits, compareTargets } from "./effects/compare";
import { explainVerdict } from "./effects/explain";
import { askToPersist, copy, navigate, nowInJapan, present, routeShown, switchVersion, watchPage, watchVersions } from "./effects/page";
import { borrowRules, learnRules, startFetching } from "./effects/rules";
import { logoutOwed, onOtherAccount, rememberedAccount, rememberedPreferences, rememberedSeminar, rememberPreferences, rememberSeminar } from "./effects/remembered";
import { preparePhoto, showPhoto, uploading } from "./effects/photos";
import { askAs, meetServer, settleOwedLogout, signIn, signOut } from "./effects/session";
import { judgeSeminar } from "./effects/seminar";
import { seminarOf } from "./seminar-draft";
import type { Beginning } from "./start-state";
import type { Account, State } from "./state";

const kPatience = 12_000; // milliseconds

export function beginning(): Beginning {
  const { language, theme, scheme } = rememberedPreferences();
  return { now: nowInJapan(), online: navigator.onLine, route: routeShown(), language, theme, wish: scheme, seminar: seminarOf(rememberedSeminar()) };
}

/** Starts everything that acts; answers what carries out an effect. */
export function startEffects(state: () => State, send: (action: Action) => void): (effect: Effect) => void {
  const engine = startEngine();
  let storage: Storage | null = null;
  let holder: string | null = null; // the account whose database is open
  let sync: Rounds | null = null;
  let uploads: Rounds | null = null;
  let assessments = 0;

  const fault = (error: unknown): void => {
    if (error instanceof StorageError) send(error.fault === "newer_database" ? { type: "failed", fault: error.fault } : { type: "store_failed", fault: error.fault });
    else send({ type: "failed", fault: "engine" });
  };
  const viewed = (snapshot: Snapshot): void => send({ type: "view", snapshot });
  const close = (): void => {
    sync?.stop();
    uploads?.stop();
    storage?.close();
    storage = sync = uploads = holder = null;
  };

  const open = (account: Account): void => {
    close();
    const opened = openStorage(account.id, (event) => happened(account.id, opened, event));
    storage = opened;
    holder = account.id;
    // Without an answer in this time another tab holds the database and does not speak: a sleeping one, on some phones.
    const patience = setTimeout(() => send({ type: "failed", fault: "storage" }), kPatience);
    opened.ask({ name: "load" }).then(viewed)
      .catch((error: unknown) => send({ type: "failed", fault: error instanceof StorageError && error.fault === "newer_database" ? error.fault : "storage" }))
      .finally(() => clearTimeout(patience));
    void askToPersist(send).catch(() => undefined); // a browser without the question keeps its answer to itself
  };

  const happened = (account: string, from: Storage, event: StorageEvent): void => {
    if (from !== storage) return;
    switch (event.type) {
      case "changed": return viewed(event.snapshot);
      case "restarted": // the new worker leads or follows, as it will say
        uploads?.stop();
        return sync?.stop();
      case "news": return send({ type: "sync_told", news: event.news });
      case "nudged": return sync?.nudge();
      case "leading":
        sync = lead(account, from);
        return sync?.nudge();
      case "wiped":
        close();
        return send({ type: "wiped" });
    }
  };

  /** A guest's ledger has rules, too, and no sync. */
  const lead = (account: string, from: Storage): Rounds | null => {
    const heard = startFetching(engine, from, state, (action) => from === storage && send(action));
    if (account === kGuest) return null;
    uploads = uploading(account, from, (action) => from === storage && send(action));
    return startSync(world(account, from, heard));
  };

  const world = (account: string, from: Storage, heard: (news: SyncNews) => void): SyncWorld => ({
    outgoing: () => from.ask({ name: "outgoing" }),
    incoming: async (answer) => {
      const incoming = await from.ask({ name: "incoming", answer, now: nowInJapan() });
      viewed(incoming.snapshot);
      return incoming;
    },
    send: (request) => askAs(account, () => api.sync(request)),
    rules: () => state().packs.map((pack) => `${pack.scheme}@${pack.effective}`),
    tell: (news: SyncNews) => {
      send({ type: "sync_told", news });
      from.spread(news);
      heard(news);
      if (news.state === "clear") uploads?.nudge();
    },
    now: nowInJapan,
    random: Math.random,
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });

  const append = async (changes: readonly Change[], settles: string | null, done: Done, blobs: readonly Blob[] = []): Promise<void> => {
    if (storage === null) throw new StorageError("failed");
    const fresh = uuid7();
    const named = changes.map((change) => ({ ...withEntity(change, fresh), id: uuid7() }));
    const snapshot = await storage.ask({ name: "append", changes: named, client_time: nowInJapan(), settles, blobs });
    send({ type: "stored", snapshot, done });
  };

  const submit = async ({ verdict, profile, credits, today, disputed, engine: version }: Extract<Effect, { do: "submit" }>): Promise<void> => {
    if (verdict.answer === null) return;
    const digest = await engine.digest(profile, credits);
    const { scheme, edition } = verdict.answer;
    const body = { scheme, edition, as_of: today, disputed, digest, verdict: verdict.text, engine: version };
    const id = uuid7();
    await append([{ kind: "submit_application", entity: id, body }], null, { kind: "application_stored", id });
  };

  const assess = async (effect: Extract<Effect, { do: "assess" }>): Promise<void> => {
    const mine = ++assessments;
    const verdicts = await assessAll(engine, effect.grounds);
    if (mine === assessments) send({ type: "assessed", verdicts });
  };

  const wipe = async (): Promise<unknown> => storage?.ask({ name: "wipe" });

  const carryOut = async (effect: Effect): Promise<unknown> => {
    switch (effect.do) {
      case "navigate": return navigate(effect);
      case "go_back": return history.back();
      case "push_sheet": return history.pushState(null, "", location.hash || "#/");
      case "present": return present(effect.language, effect.theme, send);
      case "remember_preferences": return rememberPreferences({ language: effect.language, theme: effect.theme, scheme: effect.scheme });
      case "print": return print();
      case "copy": return copy(effect.text, send);
      case "switch_version": return switchVersion();
      case "assess": return assess(effect);
      case "judge_credit": return send({ type: "credit_judged", draft: effect.draft, ...(await judgeCredit(engine, effect.grounds, effect.credit)) });
      case "judge_profile": return send({ type: "profile_judged", draft: effect.draft, ...(await judgeProfile(engine, effect.grounds, effect.profile)) });
      case "judge_payout": return send({ type: "payout_judged", preview: await judgePayout(engine, effect.grounds, effect.from) });
      case "compare": return send({ type: "compared", grounds: effect.grounds, results: await compareTargets(engine, effect.grounds, effect.targets).catch(unanswered) });
      case "allocate": return send({ type: "allocated", grounds: effect.grounds, targets: effect.targets, answer: await allocateUnits(engine, effect.grounds, effect.targets).catch(unanswered) });
      case "explain": return send({ type: "explained", grounds: effect.grounds, answer: await explainVerdict(engine, effect.grounds, effect.target) });
      case "judge_seminar": return send({ type: "seminar_judged", draft: effect.draft, result: await judgeSeminar(engine, effect.packs, effect.today, effect.draft).catch(unanswered) });
      case "remember_seminar": return rememberSeminar(effect.draft);
      case "learn_rules": return storage === null ? undefined : learnRules(engine, storage, effect.kept, send);
      case "open_account": return effect.account.id === holder ? undefined : open(effect.account);
      case "append": return append(effect.changes, effect.settles, effect.done, effect.blobs);
      case "prepare_photo": return preparePhoto(effect.file, send);
      case "show_photo": return storage === null || holder === null ? undefined : showPhoto(holder, storage, effect.photo, send);
      case "settle": return storage?.ask({ name: "settle", id: effect.id }).then(viewed);
      case "submit": return submit(effect);
      case "remember_office": return storage?.ask({ name: "remember", office: effect.office }).then(viewed);
      case "sign": return signIn(effect.how, effect.email, effect.password, send);
      case "meet_server": return meetServer(effect.account, send);
      case "log_out": return holder === kGuest ? leaveGuest(wipe) : signOut(wipe);
      case "settle_damage": return storage?.ask({ name: "settle_damage" }).then(viewed);
      case "export_waiting": return holder === effect.account && storage !== null ? exportWaiting(storage, effect.account, effect.name, send) : undefined;
      case "import_file": return holder === effect.account && storage !== null ? importFile(storage, effect.account, effect.file, send) : undefined;
      case "begin_guest": return beginGuest();
      case "look_for_guest": return lookForGuest(effect.account, effect.ask, (action) => holder === effect.account && send(action));
      case "join_guest": return holder === effect.account && storage !== null ? joinGuest(effect.account, storage, send) : undefined;
      case "erase_guest": return eraseGuest(send);
      case "sync": return storage?.nudge();
    }
  };

  begin(engine, state, send);
  onOtherAccount(() => state().account?.id ?? null, () => location.reload());
  return (effect) => void carryOut(effect).catch(fault);
}

/** Only the page that asked goes without: what the ledger is worth is judged apart from it. */
const unanswered = (): null => null;

/** Loads the rules, finds the account that was here last, and starts listening to the page. */
function begin(engine: Engine, state: () => State, send: (action: Action) => void): void {
  watchPage(send);
  void watchVersions(send).catch(() => undefined); // without a service worker the app works, but not offline
  Promise.all([engine.builtIn(), engine.version()])
    .then(([packs, version]) => send({ type: "engine_ready", packs, version }))
    .catch(() => send({ type: "failed", fault: "engine" }));
  payOwedLogout();
  window.addEventListener("online", payOwedLogout);
  const account = rememberedAccount();
  if (account === null) void borrowRules(engine, state, send).catch(() => undefined); // those that came with the app go on
  // Not before startEffects has returned: the first action may ask for an effect.
  queueMicrotask(() => send(account === null ? { type: "no_account" } : { type: "account_found", account }));
}

function payOwedLogout(): void {
  if (logoutOwed()) void settleOwedLogout();
}

/** A new credit has no id yet, nor has what is attached to it. */
function withEntity(change: Change, id: string): Change {
  if (change.entity !== "") return change;
  return { ...change, entity: id, body: change.kind === "put_credit" ? { ...(change.body as Credit), id } : change.body };
}
