// A credit's photo as large as the screen allows; a PDF as a file to open.
import { Banner } from "../parts/banner";
import { Skeleton } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Picture, useAddress } from "../parts/picture";
import { photoText, type PhotoText } from "../text/photo";
import type { Attachment } from "../server/wire";
import type { ScreenProps } from "./app";
import { PhotoState } from "./photo-field";

export function PhotoSheet({ state, credit, attached }: ScreenProps & { credit: string; attached: Attachment | undefined }) {
  const t = photoText(state.language);
  const own = attached === undefined ? state.photos[credit] : undefined;
  const photo = attached ?? own;
  const shown = state.shown_photo;
  if (photo === undefined || shown === null) return null;
  const { data, problem } = shown;
  return (
    <>
      {problem && <Banner tone="warn" role="alert" words={[t.problems[problem] ?? t.problems["fault"]!]} />}
      {data === null && !problem && <Skeleton name={t.fetching} lines={6} />}
      {data && (photo.type === "application/pdf" ? <Pdf t={t} data={data} name={`kensan-${photo.sha256.slice(0, 8)}.pdf`} bytes={photo.bytes} /> : <Picture data={data} type={photo.type} name={t.alt} class="photo-large" />)}
      {own && <PhotoState t={t} photo={own} />}
    </>
  );
}

function Pdf({ t, data, name, bytes }: { t: PhotoText; data: Uint8Array; name: string; bytes: number }) {
  const address = useAddress(data, "application/pdf");
  return (
    <>
      <p>{t.pdf(bytes)}</p>
      {address && <a class="button" href={address} download={name}><Icon name="application" size={20} /><span>{t.open}</span></a>}
    </>
  );
}
