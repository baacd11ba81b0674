// A row that lets a file be chosen.
import { FileInput, type FileInputProps } from "./file-input";
import { Icon, type IconName } from "./icon";

export function FileRow({ text, second, icon, ...field }: FileInputProps & { readonly text: string; readonly second: string; readonly icon: IconName }) {
  return (
    <label class="row file" for={field.id}>
      <Icon name={icon} />
      <span class="row-words"><span>{text}</span><span class="second">{second}</span></span>
      <span class="go"><Icon name="go" size={20} /></span>
      <FileInput {...field} />
    </label>
  );
}
