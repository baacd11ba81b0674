// Heads of pages: a tab's own, and a pushed page's with the way back.
import type { ComponentChildren } from "preact";
import { IconButton } from "./button";

export function TabHead(props: { title: string; children?: ComponentChildren }) {
  return <header class="head"><h1>{props.title}</h1><div class="head-end">{props.children}</div></header>;
}

export interface PushedHeadProps {
  readonly title: string;
  readonly backName: string;
  readonly onBack: (() => void) | null;
  readonly close?: boolean;
  readonly quiet?: boolean;
  readonly children?: ComponentChildren;
}

export function PushedHead(props: PushedHeadProps) {
  return (
    <header class={`head pushed${props.quiet ? " quiet" : ""}`}>
      {props.onBack ? <IconButton name={props.backName} icon={props.close ? "close" : "back"} onPress={props.onBack} /> : <span />}
      <h1>{props.title}</h1>
      {props.children ?? <span />}
    </header>
  );
}
