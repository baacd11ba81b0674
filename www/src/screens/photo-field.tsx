// The photo or PDF of a credit, in its form.
import type { Photo } from "../storage/ledger";
import { FileButton } from "../parts/file-button";
import { FieldError } from "../parts/field";
import { Icon } from "../parts/icon";
import { Picture } from "../parts/picture";
import { Button, TextButton } from "../parts/button";
import { photoText, type PhotoText } from "../text/photo";
import type { CreditFieldsProps } from "./credit-page";

const kImages = "image/jpeg,image/png,image/webp,image/heic,image/heif";

export function PhotoField({ state, send, form }: CreditFieldsProps) {
  const t = photoText(state.language);
  const { photo } = form;
  const before = state.photos[form.id];
  const kept = photo.chosen === null && photo.now !== "removed" ? before : undefined;
  const has = kept !== undefined || photo.chosen !== null;
  const problem = photo.problem === null ? null : (t.problems[photo.problem] ?? t.problems["fault"]!);
  const file = { describedBy: problem ? "photo-error" : has ? undefined : "photo-hint", onChoose: (chosen: File) => send({ type: "choose_photo", file: chosen }) };
  return (
    <section class="card photo-field" aria-labelledby="photo-title">
      <h2 class="label" id="photo-title">{t.title}</h2>
      {!has && <p class="hint" id="photo-hint">{t.hint}</p>}
      <div role="status">
        {photo.now === "preparing" && <p class="hint">{t.preparing}</p>}
        {photo.chosen && <Chosen t={t} type={photo.chosen.type} bytes={photo.chosen.bytes} data={photo.chosen.data} />}
        {photo.now === "removed" && <p class="photo-leaves"><Icon name="trash" size={20} /><span>{t.removed}</span></p>}
      </div>
      {kept && <Kept t={t} photo={kept} onShow={() => send({ type: "show_photo", credit: form.id })} />}
      <div class="photo-buttons">
        <FileButton id="photo-take" icon="camera" label={has ? t.takeAgain : t.take} accept="image/*" camera {...file} />
        <FileButton id="photo-choose" icon="clip" label={has ? t.chooseAgain : t.choose} accept={`${kImages},application/pdf`} {...file} />
        {kept && <TextButton danger label={t.remove} onPress={() => send({ type: "remove_photo" })} />}
        {(photo.chosen || photo.now === "removed") && <TextButton danger={photo.chosen !== null && !before} label={photo.chosen && !before ? t.remove : t.undo} onPress={() => send({ type: "keep_photo" })} />}
      </div>
      <FieldError id="photo" text={problem} />
    </section>
  );
}

function Chosen({ t, type, bytes, data }: { t: PhotoText; type: string; bytes: number; data: Uint8Array }) {
  const image = type !== "application/pdf";
  return (
    <div class="photo-chosen">
      {image ? <Picture data={data} type={type} name={t.alt} class="photo-small" /> : <span class="photo-small paper"><Icon name="application" size={28} /></span>}
      <p><b>{t.chosen(bytes)}</b>{image && <span class="hint">{t.chosenLine}</span>}</p>
    </div>
  );
}

function Kept({ t, photo, onShow }: { t: PhotoText; photo: Photo; onShow: () => void }) {
  return (
    <>
      <PhotoState t={t} photo={photo} />
      <ShowFile low t={t} type={photo.type} onShow={onShow} />
    </>
  );
}

export function ShowFile({ t, type, low, onShow }: { t: PhotoText; type: Photo["type"]; low?: boolean; onShow: () => void }) {
  const pdf = type === "application/pdf";
  return <Button low={low} icon={pdf ? "application" : "image"} label={pdf ? t.showPdf : t.show} onPress={onShow} />;
}

/** Why the server did not take it, in a sentence. */
export const refusal = (t: PhotoText, photo: Photo): string => t.problems[photo.reason ?? "fault"] ?? t.problems["fault"]!;

/** Where the bytes are; of refused ones why. */
export function PhotoState({ t, photo }: { t: PhotoText; photo: Photo }) {
  if (photo.state === "refused") return <p class="error"><Icon name="warning" size={18} /><span>{t.refused(refusal(t, photo))}</span></p>;
  return <p class="hint photo-state"><Icon name={photo.state === "waiting" ? "waiting" : "synced"} size={18} /><span>{t.states[photo.state]}</span></p>;
}
