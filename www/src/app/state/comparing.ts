// Several schemes from one ledger: as the engine compared them, and the certificates that are wanted together.

import type { Assessment } from "../../engine/contract";
import type { Allocation, Target } from "../../engine/operations";

export interface Comparing {
  /** One answer a target, in the targets' order; null until the engine has spoken. */
  readonly results: readonly Assessment[] | null;
  /** The engine did not understand the question: nothing is claimed. */
  readonly failed: boolean;
  /** The certificates wanted together; null: nothing chosen yet, the two nearest stand in. */
  readonly wanted: readonly Target[] | null;
  readonly allocation: { readonly targets: readonly Target[]; readonly answer: Allocation | null } | null;
}
