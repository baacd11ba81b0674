// The app could not start: what is certain, and the one thing to do. Nothing is claimed about units.
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

export function Fault({ state, send }: ScreenProps) {
  const t = text(state.language);
  const words = state.fault === "engine" ? t.notices.engineFailed : state.fault === "newer_database" ? t.notices.newerDatabase : t.notices.failed;
  return (
    <main class="page sign">
      <h1 class="brand">{t.brand} <span lang="en">{t.brandLatin}</span></h1>
      <Banner tone="bad" role="alert" words={[words]} />
      <Button kind="primary" label={t.notices.reload} onPress={() => send({ type: "reload" })} />
    </main>
  );
}
