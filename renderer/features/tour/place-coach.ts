export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Between the mark and what it stands beside. */
const GAP = 14;
/** To the edges of the window. */
const EDGE = 12;

function within(value: number, size: number, room: number): number {
  return Math.max(EDGE, Math.min(value, room - size - EDGE));
}

type Candidate = readonly [fits: boolean, place: Place];

/** Where it could stand, the best first. */
function candidates(anchor: Box, coach: Size, room: Size): readonly Candidate[] {
  const level = within(anchor.top, coach.height, room.height);
  const inLine = within(anchor.left, coach.width, room.width);
  const right = anchor.left + anchor.width + GAP;
  const below = anchor.top + anchor.height + GAP;
  const left = anchor.left - GAP - coach.width;
  const above = anchor.top - GAP - coach.height;
  // Beside what is at the foot it would cover the foot.
  const isLow = anchor.top + coach.height + EDGE > room.height;
  const toLeft: Candidate = [!isLow && left >= EDGE, { left, top: level }];
  const toRight: Candidate = [
    !isLow && right + coach.width + EDGE <= room.width,
    { left: right, top: level },
  ];
  const under: Candidate = [below + coach.height + EDGE <= room.height, { left: inLine, top: below }];
  const over: Candidate = [above >= EDGE, { left: inLine, top: within(above, coach.height, room.height) }];
  // What goes on below something in the right half belongs to it.
  const isRight = anchor.left > room.width / 2;
  return isRight ? [toRight, toLeft, under, over] : [toRight, under, toLeft, over];
}

/** Beside what it is about, without covering it; in a corner of the window where there is no room or nothing there. */
export function placeCoach(anchor: Box | null, coach: Size, room: Size): Place {
  const corner = { left: room.width - coach.width - EDGE, top: room.height - coach.height - 3 * EDGE };
  const beside = anchor === null ? [] : candidates(anchor, coach, room);
  return beside.find(([fits]) => fits)?.[1] ?? corner;
}
