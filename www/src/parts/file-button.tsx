// A button that lets a file be chosen or a photo be taken.
import { FileInput, type FileInputProps } from "./file-input";
import { Icon, type IconName } from "./icon";

export function FileButton({ label, icon, ...field }: FileInputProps & { readonly label: string; readonly icon: IconName }) {
  return <label class="button low file-button" for={field.id}><Icon name={icon} size={20} /><span>{label}</span><FileInput {...field} /></label>;
}
