// The browser's own field for a file. It lies unseen over a button or a row, so that keyboard and ears meet what they know.

export interface FileInputProps {
  readonly id: string;
  /** As in the attribute `accept`. */
  readonly accept: string;
  /** Opens the camera where there is one. */
  readonly camera?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChoose: (file: File) => void;
}

export function FileInput(props: FileInputProps) {
  const chosen = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    if (file) props.onChoose(file);
    field.value = ""; // the same file may be chosen again
  };
  return (
    <input type="file" id={props.id} accept={props.accept} capture={props.camera ? "environment" : undefined} aria-describedby={props.describedBy} onChange={(event) => chosen(event.currentTarget)} />
  );
}
