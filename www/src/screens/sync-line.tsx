// The sync line's words for the state it is in; whatever failed is said first.
import { undecided, unsent } from "../app/selectors/carrying";
import { photosThatAre } from "../app/selectors/photos";
import { SyncLine, type SyncLineProps } from "../parts/sync-line";
import { photoText } from "../text/photo";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

export function Sync({ state, send }: ScreenProps) {
  const quiet = state.session !== "guest" && state.sync.state === "clear" && unsent(state).length + undecided(state).length === 0;
  return <SyncLine {...syncWords(state)} onOpen={quiet ? null : () => send({ type: "go", route: { name: "sync" } })} />;
}

function syncWords(state: ScreenProps["state"]): Omit<SyncLineProps, "onOpen"> {
  const t = text(state.language).sync;
  const { sync, today } = state;
  const waiting = sync.waiting.length;
  const failed = (words: string): Omit<SyncLineProps, "onOpen"> => ({ text: words, icon: "warning", failed: true });
  if (state.storage === "failed") return failed(t.noStorage);
  if (state.storage === "full") return failed(t.full);
  if (state.conflicts.length > 0) return failed(t.conflict(state.conflicts.length));
  if (state.rejected.length > 0) return failed(t.rejected(state.rejected.length));
  const refused = photosThatAre("refused", state).length;
  if (refused > 0) return failed(photoText(state.language).refusedTitle(refused));
  if (state.storage === "memory" && waiting > 0) return failed(t.memory);
  if (state.session === "guest") return { text: t.guest, icon: "phone", failed: false };
  switch (sync.state) {
    case "sending": return { text: t.sending(waiting), icon: "waiting", failed: false };
    case "offline": return { text: t.offline(waiting, sync.oldest, today), icon: "offline", failed: false };
    case "signed_out": return failed(t.ended(waiting));
    case "outdated": return failed(t.outdated);
    case "server_older": return failed(t.serverOlder);
    case "read_only": return failed(t.readOnly);
    case "refused": return failed(t.refused);
    case "waiting": return { text: t.waiting(waiting, sync.oldest, today), icon: "waiting", failed: false };
    case "clear": return settled(state);
  }
}

/** With the ledger on the server, photos may still be on their way. */
function settled(state: ScreenProps["state"]): Omit<SyncLineProps, "onOpen"> {
  const t = text(state.language).sync;
  const { sync, today } = state;
  const photos = photosThatAre("waiting", state).length;
  if (sync.waiting.length > 0) return { text: t.waiting(sync.waiting.length, sync.oldest, today), icon: "waiting", failed: false };
  if (photos > 0) return { text: photoText(state.language).waiting(photos), icon: "waiting", failed: false };
  return { text: t.clear(sync.last, today), icon: "synced", failed: false };
}
