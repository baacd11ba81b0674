// The pages that are fetched after the first: what a start does not need.
export { Apply } from "./apply";
export { ConflictPage } from "./conflict-page";
export { Payout } from "./payout";
export { PersonPage } from "./person-page";
export { PrintPage } from "./print-page";
export { Receipt } from "./receipt";
export { Settings } from "./settings";
export { SyncPage } from "./sync-page";
