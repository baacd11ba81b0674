// The request of an assessment, once it is understood. Units are integer hundredths.

import { Edition, Kind } from "./naive-editions";

export interface Credit {
  id: string;
  date: string;
  units: number;
  provider: string;
  category: string;
  event?: string;
  content?: string;
  course?: string;
  curriculum?: string;
  days: number;
  lecturer: boolean;
  newCurriculum: boolean;
  designatedPractice: boolean;
  heldIn?: string;
  transferredTo?: string;
  used: boolean;
  voided: boolean;
}

export interface Profile {
  kind: Kind;
  base?: string;
  lastApplication?: string;
  registered?: string;
  extension: number; // months, 0 for none
  certificateOf?: string;
}

export interface Request {
  asOf: string;
  edition: Edition;
  profile: Profile;
  credits: Credit[];
  explain: boolean;
}
