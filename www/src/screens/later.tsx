// A page that is fetched after the first one has been shown, at the latest when it is opened. The service worker keeps it, so that
// it opens offline, too.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { PushedHead } from "../parts/head";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

type Pages = typeof import("./later-pages");
type Page = ComponentType<ScreenProps & { readonly id: string }>;

let fetched: Pages | null = null;

export async function fetchPages(): Promise<Pages> {
  return (fetched ??= await import("./later-pages"));
}

export function Later(props: ScreenProps & { page: keyof Pages }) {
  const [pages, keep] = useState<Pages | "failed" | null>(fetched);
  useEffect(() => { if (pages === null) void fetchPages().then(keep, () => keep("failed")); }, []);
  if (pages === null || pages === "failed") return <Coming {...props} failed={pages === "failed"} />;
  const Page: Page = pages[props.page];
  const { route } = props.state;
  return <Page state={props.state} send={props.send} id={"id" in route ? route.id : ""} />;
}

function Coming({ state, send, failed }: ScreenProps & { failed: boolean }) {
  const t = text(state.language);
  return (
    <main class="page pushed">
      <PushedHead title={failed ? t.brand : t.loading} backName={t.back} onBack={() => send({ type: "back" })} />
      <div class="stack">{failed ? <Banner tone="bad" role="alert" words={[t.later.failed]}><Button low label={t.notices.reload} onPress={() => send({ type: "reload" })} /></Banner> : <Skeleton name={t.loading} lines={6} />}</div>
    </main>
  );
}
