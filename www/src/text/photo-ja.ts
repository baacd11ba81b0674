// Photos and PDFs of credits, in Japanese.

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

export const ja = {
  title: "受講証・シールの写真",
  hint: "1件に1枚です。シールは押印してから、1枚ずつ撮ってください。",
  take: "撮影する",
  choose: "写真・PDFを選ぶ",
  takeAgain: "撮り直す",
  chooseAgain: "選び直す",
  remove: "外す",
  undo: "元に戻す",
  show: "写真を見る",
  showPdf: "PDFを見る",
  alt: "受講証・シールの写真",
  preparing: "写真を準備しています…",
  chosen: (bytes: number) => `保存すると添付します（${size(bytes)}）`,
  chosenLine: "撮影の日時や場所の情報は取り除きました",
  removed: "保存すると外れます",
  image: "写真",
  pdf: (bytes: number) => `PDF（${size(bytes)}）`,
  open: "PDFを保存して開く",
  fetching: "写真を取り寄せています…",
  states: {
    waiting: "この端末に保存済み・サーバーへは未送信",
    sent: "サーバーに保存済み",
    elsewhere: "サーバーにあります（開くと取り寄せます）",
  },
  attached: (state: "waiting" | "sent" | "refused" | "elsewhere") =>
    ({ waiting: "写真あり・未送信", sent: "写真あり", elsewhere: "写真あり", refused: "写真あり・サーバーが受け取れませんでした" })[state],
  refused: (why: string) => `サーバーが受け取れませんでした。${why}`,
  waiting: (n: number) => `未送信の写真 ${n}枚`,
  waitingLine: "単位の記録とは別に、電波のあるときに少しずつ送ります。",
  refusedTitle: (n: number) => `受け取れなかった写真 ${n}枚`,
  problems: {
    photo_too_large: "ファイルが大きすぎます（50 MBまで）",
    pdf_too_large: "PDFは10 MBまでです。ページを減らすか、写真に撮って添付してください",
    not_a_photo: "写真（JPEG・PNG・WebP）かPDFを選んでください",
    heic: "この写真の形式（HEIC）は、このブラウザーでは開けません。ここで撮影し直すか、JPEGで保存して選んでください",
    photo_unreadable: "この写真は開けませんでした。別の写真を選んでください",
    photo_offline: "この端末にはまだありません。電波のあるところで開いてください",
    photo_not_there: "ほかの端末からまだ送られていません。その端末で研鑽を開くと届きます",
    unauthenticated: "ログインすると開けます",
    dangerous: "中に動作するものが含まれるためです。写真に撮って添付してください",
    unsupported_media_type: "写真またはPDFとして読めないためです。別の写真に替えてください",
    too_large: "大きすぎるためです。写真に撮って添付してください",
    quota: "保存できる写真の上限（200 MB・2,000枚）に達しています。不要な写真を外すと30日ほどで空きます。そのあとで選び直してください",
    mismatch: "送信の途中で内容が変わりました。写真を選び直してください",
    fault: "写真を読み込めませんでした。時間をおいてお試しください",
  } as Readonly<Record<string, string>>,
};

export type PhotoText = typeof ja;
