// Outline icons on a 24 grid, and the six state shapes, which differ without colour. A word always stands beside them.

const kOutlines = {
  home: "M4 10.5 12 4l8 6.5V20h-5.5v-5.5h-5V20H4z",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  application: "M14 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8zM14 3.5V8h4.5M9 14l2.2 2.2L15.2 12",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  people: "M9.5 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.5-3.5 3.2-5.2 7-5.2s6.5 1.7 7 5.2M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.9c1.7.8 2.7 2.4 3 4.6",
  go: "m9.5 6 6 6-6 6",
  down: "m6 9.5 6 6 6-6",
  back: "m14.5 5-7 7 7 7",
  close: "M5.5 5.5l13 13M18.5 5.5l-13 13",
  check: "m5.5 12.5 4.3 4.3 9-9.3",
  arrow: "M4 12h15.5M13.5 6l6 6-6 6",
  synced: "M7 18.5a4.3 4.3 0 0 1-.6-8.56A6 6 0 0 1 18 9.5a4.5 4.5 0 0 1-.5 9zM9 13.5l2.2 2.2 3.8-4",
  waiting: "M8 18.5H7a4.3 4.3 0 0 1-.6-8.56A6 6 0 0 1 18 9.5a4.5 4.5 0 0 1-.5 9H16M12 20v-8M9 14.5l3-3 3 3",
  offline: "M9.5 5.5A6 6 0 0 1 18 9.5a4.5 4.5 0 0 1 2.6 7.2M17 18.5H7a4.3 4.3 0 0 1-.6-8.56l.4-1.2M4 4l16 16",
  warning: "M12 4 2.8 19.8h18.4zM12 10v4.5M12 17.2v.01",
  differs: "M8.5 8.5V5A1.5 1.5 0 0 1 10 3.5h9A1.5 1.5 0 0 1 20.5 5v9a1.5 1.5 0 0 1-1.5 1.5h-3.5M5 8.5h9a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19v-9A1.5 1.5 0 0 1 5 8.5z",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5M12 8v.01",
  calendar: "M5.5 5.5h13A1.5 1.5 0 0 1 20 7v12a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19V7a1.5 1.5 0 0 1 1.5-1.5zM8 3.5v4M16 3.5v4M4 10.5h16",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7v5l3.5 2",
  book: "M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5zM12 6.5v14",
  save: "M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 16.5V19A1.5 1.5 0 0 0 6 20.5h12a1.5 1.5 0 0 0 1.5-1.5v-2.5",
  read: "M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 16.5V19A1.5 1.5 0 0 0 6 20.5h12a1.5 1.5 0 0 0 1.5-1.5v-2.5",
  camera: "M4.5 7.5h3L9 5h6l1.5 2.5h3A1.5 1.5 0 0 1 21 9v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V9a1.5 1.5 0 0 1 1.5-1.5zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  clip: "m19.5 11.5-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.1l7-7",
  image: "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM3.5 16l5-5 4.5 4.5 2.5-2.5 5 5M15.5 9.5h.01",
  phone: "M8.5 3.5h7A1.5 1.5 0 0 1 17 5v14a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19V5a1.5 1.5 0 0 1 1.5-1.5zM11 17.5h2",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  globe: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c5 5.2 5 11.8 0 17-5-5.2-5-11.8 0-17z",
  trash: "M5 7h14M10 4h4M7 7l.8 12.2a1.3 1.3 0 0 0 1.3 1.3h5.8a1.3 1.3 0 0 0 1.3-1.3L17 7",
  print: "M7.5 8V3.5h9V8M7.5 17H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 8h14a1.5 1.5 0 0 1 1.5 1.5v6A1.5 1.5 0 0 1 19 17h-2.5M7.5 14h9v6.5h-9z",
  shield: "M12 3 4.5 5.8V11c0 4.7 3 8.2 7.5 10 4.5-1.8 7.5-5.3 7.5-10V5.8zM8.5 12l2.5 2.5 4.5-4.8",
  seminar: "M4 4.5h16M5 4.5v10.5h14V4.5M12 15v2.5M8.5 20.5 12 17.5l3.5 3M9 11.5V9M12 11.5V7.5M15 11.5V10",
  compare: "M8 4.5v15M8 4.5 4.5 8M8 4.5 11.5 8M16 19.5v-15M16 19.5 12.5 16M16 19.5l3.5-3.5",
  leave: "M14 4.5H6.5v15H14M11 12h9.5M17 8.5l3.5 3.5-3.5 3.5",
  money: "M7 4.5 12 12l5-7.5M12 12v8M7.5 12.5h9M7.5 16h9",
} as const;

export type IconName = keyof typeof kOutlines;

export function Icon(props: { name: IconName; size?: number; filled?: boolean }) {
  const size = props.size ?? 24;
  return (
    <svg width={`${size / 16}rem`} height={`${size / 16}rem`} viewBox="0 0 24 24" fill={props.filled ? "currentColor" : "none"} stroke="currentColor"
      stroke-width={size < 20 ? 2 : 1.75} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={kOutlines[props.name]} />
    </svg>
  );
}

export type StateShape = "met" | "open" | "lost" | "waived" | "part" | "none";

/** met: disc with check · open: dashed circle · lost: disc with cross · waived: circle with dash · part: half disc · none: circle with stroke. */
export function Shape(props: { state: StateShape; size?: number; class?: string }) {
  const size = `${(props.size ?? 18) / 16}rem`;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round"
      stroke-linejoin="round" aria-hidden="true" class={props.class}>
      {shape(props.state)}
    </svg>
  );
}

function shape(state: StateShape) {
  switch (state) {
    case "met": return <><circle cx="12" cy="12" r="11" fill="currentColor" stroke="none" /><path d="m7.2 12.4 3.3 3.3 6.3-6.8" class="on-shape" /></>;
    case "lost": return <><circle cx="12" cy="12" r="11" fill="currentColor" stroke="none" /><path d="m8 8 8 8m0-8-8 8" class="on-shape" /></>;
    case "open": return <circle cx="12" cy="12" r="9.5" stroke-dasharray="4.5 3.03" stroke-linecap="butt" />;
    case "waived": return <><circle cx="12" cy="12" r="9.5" /><path d="M7.5 12h9" /></>;
    case "part": return <><circle cx="12" cy="12" r="9.8" /><path d="M12 2.2a9.8 9.8 0 0 1 0 19.6z" fill="currentColor" stroke="none" /></>;
    case "none": return <><circle cx="12" cy="12" r="9.8" /><path d="M18.5 5.5l-13 13" /></>;
  }
}
