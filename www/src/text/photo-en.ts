// Photos and PDFs of credits, in English.

import type { PhotoText } from "./photo-ja";

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

export const en: PhotoText = {
  title: "Photo of the certificate or seal",
  hint: "One per credit. Stamp the seal first, and photograph one at a time.",
  take: "Take a photo",
  choose: "Choose a photo or PDF",
  takeAgain: "Take again",
  chooseAgain: "Choose again",
  remove: "Remove",
  undo: "Undo",
  show: "View photo",
  showPdf: "View PDF",
  alt: "Photo of the certificate or seal",
  preparing: "Preparing the photo…",
  chosen: (bytes) => `Attached when you save (${size(bytes)})`,
  chosenLine: "When and where it was taken has been removed",
  removed: "Removed when you save",
  image: "Photo",
  pdf: (bytes) => `PDF (${size(bytes)})`,
  open: "Save and open the PDF",
  fetching: "Fetching the photo…",
  states: {
    waiting: "On this device, not sent yet",
    sent: "Stored on the server",
    elsewhere: "On the server (fetched when opened)",
  },
  attached: (state) => ({ waiting: "Has a photo, not sent yet", sent: "Has a photo", elsewhere: "Has a photo", refused: "Has a photo that the server could not take" })[state],
  refused: (why) => `The server could not take it. ${why}`,
  waiting: (n) => `${n} ${n === 1 ? "photo" : "photos"} not sent yet`,
  waitingLine: "Sent bit by bit when there is a connection, apart from the records.",
  refusedTitle: (n) => `${n} ${n === 1 ? "photo was" : "photos were"} not accepted`,
  problems: {
    photo_too_large: "The file is too large (50 MB at most)",
    pdf_too_large: "A PDF may have 10 MB at most. Use fewer pages, or take a photo of it",
    not_a_photo: "Choose a photo (JPEG, PNG, WebP) or a PDF",
    heic: "This browser cannot open this kind of photo (HEIC). Take it again here, or save it as JPEG first",
    photo_unreadable: "This photo could not be opened. Choose another one",
    photo_offline: "It is not on this device yet. Open it where there is a connection",
    photo_not_there: "Another device has not sent it yet. It arrives when Kensan is opened there",
    unauthenticated: "Log in to open it",
    dangerous: "It contains something that runs. Attach a photo of it instead",
    unsupported_media_type: "It is neither a photo nor a PDF that can be read. Use another photo",
    too_large: "It is too large. Attach a photo of it instead",
    quota: "The room for photos (200 MB, 2,000) is used up. What you remove makes room after about 30 days; choose this one again then",
    mismatch: "It changed on its way. Choose the photo again",
    fault: "The photo could not be loaded. Try again later",
  },
};
