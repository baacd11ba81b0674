// The main menu: a tab bar on a phone, a rail on a desk. The same places, in the same order.
import type { ComponentChildren } from "preact";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";

export interface Place {
  readonly key: string;
  readonly text: string;
  readonly icon: IconName;
  readonly current: boolean;
  readonly tile?: boolean;
  readonly onGo: () => void;
}

export function Tabs(props: { name: string; places: readonly Place[] }) {
  return (
    <nav class="tabs" aria-label={props.name}>
      <ul>
        {props.places.map((place) => (
          <li key={place.key}>
            <button type="button" class="tab" aria-current={place.current ? "page" : undefined} onClick={place.onGo}>
              {place.tile ? <span class="tile"><Icon name={place.icon} size={20} /></span> : <Icon name={place.icon} filled={place.current && place.icon === "home"} />}
              <span>{place.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface RailProps {
  readonly name: string;
  readonly brand: string;
  readonly latin: string;
  readonly add: { readonly text: string; readonly onGo: () => void };
  readonly places: readonly Place[];
  readonly children: ComponentChildren;
}

export function Rail(props: RailProps) {
  return (
    <nav class="rail" aria-label={props.name}>
      <p class="brand">{props.brand} <span lang="en">{props.latin}</span></p>
      <Button label={props.add.text} icon="plus" low onPress={props.add.onGo} />
      {props.places.filter((place) => !place.tile).map(({ key, ...place }) => <RailItem key={key} {...place} />)}
      <div class="rail-end">{props.children}</div>
    </nav>
  );
}

export function RailItem(props: Omit<Place, "key">) {
  return (
    <button type="button" class="rail-item" aria-current={props.current ? "page" : undefined} onClick={props.onGo}>
      <Icon name={props.icon} filled={props.current && props.icon === "home"} /><span>{props.text}</span>
    </button>
  );
}
