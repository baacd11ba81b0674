// A sheet from below. The platform's modal dialog makes the page behind it inert and gives the focus back to its opener.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./button";
import { Sentence } from "./sentence";

export interface SheetProps {
  readonly title: string;
  readonly closeName: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const kDragToClose = 90;

export function Sheet(props: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector("h2")?.focus();
    return () => shown?.close();
  }, []);
  const close = (event: Event) => { event.preventDefault(); props.onClose(); };
  const onScrim = (event: MouseEvent) => { if (event.target === dialog.current) props.onClose(); };
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="sheet-title" onCancel={close} onClick={onScrim}>
      <div class="sheet-top" onPointerDown={(event) => drag(event, dialog.current, props.onClose)}>
        <div class="grab" />
        <div class="sheet-head">
          <h2 id="sheet-title" tabIndex={-1}><Sentence of={props.title} /></h2>
          <IconButton name={props.closeName} icon="close" onPress={props.onClose} />
        </div>
      </div>
      <div class="sheet-body">{props.children}</div>
    </dialog>
  );
}

/** The head follows a finger downwards; let go far enough, it closes. */
function drag(start: PointerEvent, dialog: HTMLElement | null, onClose: () => void): void {
  const head = start.currentTarget as HTMLElement;
  if (!dialog || start.pointerType === "mouse" || (start.target as Element).closest("button")) return;
  head.setPointerCapture(start.pointerId);
  const moved = (event: PointerEvent) => Math.max(0, event.clientY - start.clientY);
  const follow = (event: PointerEvent) => { dialog.style.transform = `translateY(${moved(event)}px)`; };
  const release = (event: PointerEvent) => {
    head.removeEventListener("pointermove", follow);
    dialog.style.transform = "";
    if (event.type === "pointerup" && moved(event) > kDragToClose) onClose();
  };
  head.addEventListener("pointermove", follow);
  head.addEventListener("pointerup", release, { once: true });
  head.addEventListener("pointercancel", release, { once: true });
}
