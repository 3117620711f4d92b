/** Every state of an opt-out, by the events that lead there. */

import {
  ABSENT,
  JOB,
  LOCKED,
  OFF,
  ON,
  OWED,
  PASSWORD,
  SEVERAL,
  saves,
  standing,
  WAS_OFF,
} from "./moments.ts";
import type { Arriving, Walk } from "./walk.ts";
import { arriving } from "./walk.ts";

const SOON = 100; // ms

export const watchingOn = (how: Arriving = {}): Walk => arriving(how).wait(SOON).look(ON);
export const preparing = (how: Arriving = {}): Walk => watchingOn(how).act("turn-off");
export const planned = (how: Arriving = {}): Walk => preparing(how).wait(300).look(ON);
export const pressing = (how: Arriving = {}): Walk => planned(how).kept();
export const saving = (how: Arriving = {}): Walk => pressing(how).pressed();
/** @param status of the one answer that came */
export const saved = (status = 200, how: Arriving = {}): Walk => {
  const walk = saving(how);
  return walk.wait(2500).look(status < 400 ? OFF : ON, saves(walk.tick, status));
};
export const holding = (how: Arriving = {}): Walk => saved(200, how).kept();
export const reloading = (how: Arriving = {}): Walk => holding(how).wait(2500).look(OFF);
export const verifying = (how: Arriving = {}): Walk => arriving({ verification: OWED, ...how });
export const verified = (how: Arriving = {}): Walk => verifying(how).wait(SOON).look(OFF);
export const failed = (how: Arriving = {}): Walk => verifying(how).wait(SOON).look(ON);
/** The background is asked whether what was asked for elsewhere is still good. */
export const asking = (): Walk => watchingOn({ job: JOB });
/** The save got no answer: no fresh page has told that the press failed. */
export const lost = (how: Arriving = {}): Walk => {
  const walk = saving(how);
  return walk.wait(2500).look(ON, saves(walk.tick, 0));
};

/** By the state's name, and what is shown; and whatever else tells it from another. */
export const STAGES: Readonly<Record<string, Walk>> = {
  "watching looking": arriving().wait(SOON),
  "watching on": watchingOn(),
  "watching again": watchingOn({ known: WAS_OFF }),
  "watching off": arriving().wait(SOON).look(OFF),
  "watching verified": verified(),
  "watching failed": failed(),
  "watching failed (lost)": lost(),
  "watching failed (lost, and it shows what was wanted)": lost().wait(250).look(OFF),
  "watching on (asking)": asking(),
  "watching locked": arriving().wait(SOON).look(LOCKED),
  "watching signed-out": arriving().wait(SOON).look(PASSWORD),
  "watching absent": arriving().wait(SOON).look(ABSENT),
  "watching unsure": arriving().wait(SOON).look(SEVERAL),
  "preparing working": preparing(),
  "planned working": planned(),
  "pressing working": pressing(),
  "saving working": saving(),
  "saved working": saved(),
  "holding working": holding(),
  "reloading working": reloading(),
  "verifying looking": verifying(),
  "verifying working": verifying()
    .wait(SOON)
    .look(standing("off", { held: 0 })),
  "pressing working (hidden)": pressing().act("dismiss"),
  "saving working (hidden)": saving().act("dismiss"),
  "saved working (hidden)": saved().act("dismiss"),
  "holding working (hidden)": holding().act("dismiss"),
  "reloading working (hidden)": reloading().act("dismiss"),
  "verifying looking (hidden)": verifying().act("dismiss"),
  "closed on": watchingOn().act("dismiss"),
  "closed absent": arriving({ verification: OWED, visit: { back: "/feed" } })
    .wait(SOON)
    .look(OFF)
    .wait(SOON)
    .look(ABSENT)
    .act("dismiss"),
  "closed failed": failed({ visit: { back: 7 }, job: JOB }).act("dismiss"),
  "closed verified": verified().act("dismiss"),
  "closed verified (hidden)": verifying().act("dismiss").wait(SOON).look(OFF),
  "closed working": planned().act("dismiss"),
};
