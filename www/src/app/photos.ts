// Photos and PDFs of credits: choosing one in the form, saving it with the credit, looking at it. Pure.

import type { Attachment } from "../server/wire";
import type { Change } from "../storage/ledger";
import type { PhotoAction } from "./actions";
import { creditDraft } from "./drafts";
import type { Effect } from "./effect";
import { openSheet } from "./going";
import type { CreditForm, State } from "./state";
import { kNoPhotoChosen, type PhotoDraft } from "./state/photos";
import { savedCredit } from "./typing";
import type { Step } from "./update";

export function photos(state: State, action: PhotoAction): Step {
  const form = state.credit_form;
  const draft = (photo: PhotoDraft): State => ({ ...state, credit_form: form && { ...form, photo, touched: true } });
  switch (action.type) {
    case "choose_photo":
      return form === null ? [state, []] : [draft({ now: "preparing", chosen: form.photo.chosen, problem: null }), [{ do: "prepare_photo", file: action.file }]];
    case "photo_prepared":
      return form?.photo.now === "preparing" ? prepared(draft({ now: "chosen", chosen: action.photo, problem: null })) : [state, []];
    case "photo_unfit":
      return form?.photo.now === "preparing" ? [unfit(state, form, action.code), []] : [state, []];
    case "remove_photo":
      return form === null ? [state, []] : [draft({ ...kNoPhotoChosen, now: state.photos[form.id] === undefined ? "kept" : "removed" }), []];
    case "keep_photo":
      return form === null ? [state, []] : [draft(kNoPhotoChosen), []];
    case "show_photo": return showPhoto(state, action.credit, action.attached);
    case "photo_shown":
      return state.shown_photo?.sha256 === action.sha256 ? [{ ...state, shown_photo: { sha256: action.sha256, data: action.data, problem: action.problem } }, []] : [state, []];
  }
}

/** Whoever pressed save while the photo was being prepared has waited for this. */
function prepared(state: State): Step {
  return state.credit_form?.judged ? savedCredit(state) : [state, []];
}

/** What was chosen before stays; nothing is saved without the file that was meant. */
function unfit(state: State, form: CreditForm, problem: string): State {
  const { chosen } = form.photo;
  return { ...state, credit_form: { ...form, photo: { now: chosen === null ? "kept" : "chosen", chosen, problem }, saving: false, to_save: false } };
}

function showPhoto(state: State, credit: string, attached?: Attachment): Step {
  const photo = attached ?? state.photos[credit];
  if (photo === undefined) return [state, []];
  const shown_photo = { sha256: photo.sha256, data: null, problem: null };
  const [next, effects] = openSheet({ ...state, shown_photo }, { name: "photo", credit, ...(attached && { attached }) });
  return [next, [...effects, { do: "show_photo", photo: attachmentOf(photo) }]];
}

/** What saving the form writes: the credit where it differs from what is there, and its attachment. */
export function formChanges(state: State, form: CreditForm, put: Change): Pick<Extract<Effect, { do: "append" }>, "changes" | "blobs"> {
  const { photo } = form;
  const known = state.ledger.credits.find((each) => each.id === form.id);
  const same = known !== undefined && form.settles === null && JSON.stringify(creditDraft(known)) === JSON.stringify(form.draft);
  const attach: readonly Change[] = photo.chosen !== null ? [{ kind: "put_attachment", entity: form.id, body: attachmentOf(photo.chosen) }]
    : photo.now === "removed" ? [{ kind: "delete_attachment", entity: form.id, body: null }] : [];
  const changes = same && attach.length > 0 ? attach : [put, ...attach];
  return photo.chosen === null ? { changes } : { changes, blobs: [photo.chosen] };
}

/** With a credit goes what it has attached. */
export function removal(state: State, credit: string): readonly Change[] {
  return state.photos[credit] === undefined ? [] : [{ kind: "delete_attachment", entity: credit, body: null }];
}

export function attachmentOf({ sha256, type, bytes }: Attachment): Attachment {
  return { sha256, type, bytes };
}
