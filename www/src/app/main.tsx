// The root: one state, one `update`, one rendering of it.

import { render } from "preact";
import { App } from "../screens/app";
import { fetchPages } from "../screens/later";
import type { Action } from "./actions";
import { beginning, startEffects } from "./effects";
import { startState } from "./start-state";
import { update } from "./update";

let state = startState(beginning());
let drawn = true;

const page = document.getElementById("app")!;
const carryOut = startEffects(() => state, send);

function send(action: Action): void {
  const [next, effects] = update(state, action);
  state = next;
  effects.forEach(carryOut);
  if (drawn) queueMicrotask(draw);
  drawn = false;
}

// All that happens in one task is drawn once.
function draw(): void {
  drawn = true;
  render(<App state={state} send={send} />, page);
}

// The other pages, once this one stands; where that fails they are asked for again when they are opened.
addEventListener("load", () => setTimeout(() => void fetchPages().catch(() => undefined)));
carryOut({ do: "present", language: state.language, theme: state.theme });
draw();
