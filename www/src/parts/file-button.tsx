// A button that lets a file be chosen or a photo be taken. The browser's own field lies over it, for keyboard and ears.
import { Icon, type IconName } from "./icon";

export interface FileButtonProps {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** As in the attribute `accept`. */
  readonly accept: string;
  /** Opens the camera where there is one. */
  readonly camera?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChoose: (file: File) => void;
}

export function FileButton(props: FileButtonProps) {
  const chosen = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    if (file) props.onChoose(file);
    field.value = ""; // the same file may be chosen again
  };
  return (
    <label class="button low file-button" for={props.id}>
      <Icon name={props.icon} size={20} /><span>{props.label}</span>
      <input type="file" id={props.id} accept={props.accept} capture={props.camera ? "environment" : undefined} aria-describedby={props.describedBy} onChange={(event) => chosen(event.currentTarget)} />
    </label>
  );
}
