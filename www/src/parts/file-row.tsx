// A row that lets a file be chosen. The browser's own field lies over it, so that keyboard and ears meet what they know.
import { Icon, type IconName } from "./icon";

export interface FileRowProps {
  readonly id: string;
  readonly text: string;
  readonly second: string;
  readonly icon: IconName;
  /** As in the attribute `accept`. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

export function FileRow(props: FileRowProps) {
  const chosen = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    field.value = ""; // the same file may be chosen again
    if (file) props.onChoose(file);
  };
  return (
    <label class="row file" for={props.id}>
      <Icon name={props.icon} />
      <span class="row-words"><span>{props.text}</span><span class="second">{props.second}</span></span>
      <span class="go"><Icon name="go" size={20} /></span>
      <input type="file" id={props.id} accept={props.accept} onChange={(event) => chosen(event.currentTarget)} />
    </label>
  );
}
