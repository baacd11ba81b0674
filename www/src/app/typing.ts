// Forms: what is typed, and what saving asks for. The engine judges every draft; nothing is saved that it does not understand.

import type { Credit, Kind, Profile } from "../engine/contract";
import type { Change } from "../storage/ledger";
import { changedDraft, creditDraft, creditOf, profileDraft, profileOf } from "./drafts";
import { back, emptyCreditForm, go } from "./going";
import { judgments } from "./judging";
import { attachmentOf, formChanges, removal } from "./photos";
import type { CreditDraft, ProfileDraft, State } from "./state";
import type { Step } from "./update";

const kLongest = 200; // code points, as the contract's strings

export function typeCredit(state: State, change: Partial<CreditDraft>): Step {
  const form = state.credit_form;
  if (form === null) return [state, []];
  const next = { ...state, credit_form: { ...form, draft: changedDraft(form.draft, change, state.packs), touched: true, judged: false } };
  return [next, judgments(next)];
}

/** Saving waits for the verdict on this very draft and for the photo that is being prepared: see savedCredit. */
export function saveCredit(state: State): Step {
  const form = state.credit_form;
  if (form === null || form.saving) return [state, []];
  const next = { ...state, credit_form: { ...form, saving: true, to_save: true, tried: true } };
  return form.judged ? savedCredit(next) : [next, []];
}

export function savedCredit(state: State): Step {
  const form = state.credit_form;
  if (form === null || !form.to_save) return [state, []];
  if (form.errors.length > 0) return [{ ...state, credit_form: { ...form, saving: false, to_save: false } }, []];
  if (form.photo.now === "preparing") return [state, []];
  const change: Change = { kind: "put_credit", entity: form.id, body: creditOf(form.draft, form.id) };
  return [{ ...state, credit_form: { ...form, to_save: false } },
    [{ do: "append", ...formChanges(state, form, change), settles: form.settles, done: { kind: "credit_saved" } }]];
}

export function deleteCredit(state: State, id: string): Step {
  const credit = state.ledger.credits.find((each) => each.id === id);
  if (credit === undefined) return [state, []];
  const change: Change = { kind: "delete_credit", entity: id, body: null };
  const photo = state.photos[id];
  const done = { kind: "credit_deleted", credit, ...(photo && { photo: attachmentOf(photo) }) } as const;
  return [state, [{ do: "append", changes: [...removal(state, id), change], settles: null, done }]];
}

export function undo(state: State): Step {
  const credit = state.notice?.undo ?? null;
  if (credit === null) return [state, []];
  const photo = state.notice?.undo_photo;
  const changes: readonly Change[] = [
    { kind: "put_credit", entity: credit.id, body: credit },
    ...(photo === undefined ? [] : [{ kind: "put_attachment", entity: credit.id, body: photo } as const]),
  ];
  return [{ ...state, notice: null }, [{ do: "append", changes, settles: null, done: { kind: "restored" } }]];
}

export function typeProfile(state: State, change: Partial<ProfileDraft>): Step {
  const form = state.profile_form;
  if (form === null) return [state, []];
  const next = { ...state, profile_form: { ...form, draft: { ...form.draft, ...change }, touched: true, judged: false } };
  return [next, judgments(next)];
}

export function chooseKind(state: State, kind: Kind): Step {
  return typeProfile(state, { kind });
}

/** Saving waits for the verdict on this very draft: see savedProfile. */
export function saveProfile(state: State): Step {
  const form = state.profile_form;
  if (form === null || form.saving) return [state, []];
  const next = { ...state, profile_form: { ...form, saving: true, to_save: true, tried: true } };
  return form.judged ? savedProfile(next) : [next, []];
}

export function savedProfile(state: State): Step {
  const form = state.profile_form;
  if (form === null || !form.to_save) return [state, []];
  if (form.errors.length > 0) return [{ ...state, profile_form: { ...form, saving: false, to_save: false } }, []];
  const change: Change = { kind: "set_profile", entity: "profile", body: profileOf(form.draft) };
  return [{ ...state, profile_form: { ...form, to_save: false } },
    [{ do: "append", changes: [change], settles: refusedBefore(state, "set_profile"), done: { kind: "profile_saved" } }]];
}

export function savePerson(state: State): Step {
  const form = state.person_form;
  if (form === null || form.saving) return [state, []];
  const fields = { name: form.name.trim(), licence_number: form.licence_number.trim() };
  const errors = Object.entries(fields).filter(([, text]) => [...text].length > kLongest)
    .map(([field]) => ({ code: "range", at: `/${field}`, message: `at most ${kLongest} characters` }));
  if (errors.length > 0) return [{ ...state, person_form: { ...form, errors } }, []];
  const body = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
  const change: Change = { kind: "set_person", entity: "person", body };
  return [{ ...state, person_form: { ...form, saving: true } },
    [{ do: "append", changes: [change], settles: refusedBefore(state, "set_person"), done: { kind: "person_saved" } }]];
}

/** What was not accepted before is put right by the next one of its kind. */
const refusedBefore = (state: State, kind: "set_profile" | "set_person"): string | null =>
  state.rejected.filter((op) => op.kind === kind).at(-1)?.id ?? null;

/** Each credit of the transfer is marked as paid out to the scheme on screen. */
export function payOut(state: State): Step {
  const { payout, ledger } = state;
  if (payout === null || !payout.understood || payout.saving) return [state, []];
  const changes = ledger.credits.filter((credit) => payout.credits.includes(credit.id))
    .map((credit): Change => ({ kind: "put_credit", entity: credit.id, body: { ...credit, transferred_to: payout.to } }));
  return [{ ...state, payout: { ...payout, saving: true } }, [{ do: "append", changes, settles: null, done: { kind: "paid_out" } }]];
}

/** An application carries the confirmed edition's verdict as it stands on the phone now. */
export function submit(state: State, disputed: boolean): Step {
  const verdict = state.verdicts[state.scheme];
  const { profile, credits } = state.ledger;
  if (verdict === undefined || verdict.answer === null || profile === null || state.submitting) return [state, []];
  if (!verdict.answer.can_apply && !disputed) return [state, []];
  return [{ ...state, submitting: true },
    [{ do: "submit", verdict, profile, credits, today: state.today, disputed, engine: state.engine_version }]];
}

/** Once chosen there is nothing left on this page: it goes back to where one came from. */
export function settleConflict(state: State, id: string, keep: "mine" | "theirs"): Step {
  const conflict = state.conflicts.find((each) => each.id === id);
  if (conflict === undefined) return [state, []];
  const [there, gone] = back(state);
  if (keep === "theirs") return [there, [...gone, { do: "settle", id }]];
  const { kind, entity, mine } = conflict;
  return [there, [...gone, { do: "append", changes: [{ kind, entity, body: mine }], settles: id, done: { kind: "settled" } }]];
}

/** Opens the form that can put a rejected change right, filled with what was typed then. */
export function editRejected(state: State, id: string): Step {
  const op = state.rejected.find((each) => each.id === id);
  if (op?.kind === "put_credit") {
    const mode = state.ledger.credits.some((each) => each.id === op.entity) ? "edit" : "add";
    const [there, effects] = go(state, mode === "edit" ? { name: "credit", id: op.entity } : { name: "add" });
    const form = { ...emptyCreditForm(op.entity, mode, creditDraft(op.body as Credit)), settles: id, touched: true, tried: true };
    const next = { ...there, credit_form: form };
    return [next, [...effects, ...judgments(next)]];
  }
  if (op?.kind === "set_profile") {
    const [there, effects] = go(state, { name: "base" });
    const form = there.profile_form;
    const next = form === null ? there : { ...there, profile_form: { ...form, draft: profileDraft(op.body as Profile), judged: false, tried: true } };
    return [next, [...effects, ...judgments(next)]];
  }
  return op?.kind === "set_person" ? go(state, { name: "person" }) : [state, []];
}

/** The same change once more, as a new one: for reasons that pass. */
export function resendRejected(state: State, id: string): Step {
  const op = state.rejected.find((each) => each.id === id);
  if (op === undefined) return [state, []];
  const { kind, entity, body } = op;
  return [state, [{ do: "append", changes: [{ kind, entity, body }], settles: id, done: { kind: "settled" } }]];
}

export function sign(state: State, how: "login" | "register"): Step {
  const form = state.sign_form;
  if (form.busy) return [state, []];
  const missing = [["/email", form.email.trim()], ["/password", form.password]].filter(([, text]) => text === "");
  const errors = missing.map(([at]) => ({ code: "missing", at: at!, message: "is empty" }));
  if (errors.length > 0) return [{ ...state, sign_form: { ...form, errors } }, []];
  return [{ ...state, sign_form: { ...form, busy: true, errors: [], retry_after_seconds: null } },
    [{ do: "sign", how, email: form.email.trim(), password: form.password }]];
}

