// The pages that are fetched after the first: what a start does not need.
export { AllocatePage } from "./allocate-page";
export { Apply } from "./apply";
export { ComparePage } from "./compare-page";
export { ConflictPage } from "./conflict-page";
export { JoinPage } from "./join-page";
export { Payout } from "./payout";
export { PersonPage } from "./person-page";
export { PrintPage } from "./print-page";
export { Receipt } from "./receipt";
export { RulesPage } from "./rules-page";
export { SeminarPage } from "./seminar-page";
export { Settings } from "./settings";
export { SyncPage } from "./sync-page";
