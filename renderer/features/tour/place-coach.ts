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

/**
 * To the right of it, below, to the left or above, wherever there is room first; of what stands in the right half, to the
 * left, for what goes on below it belongs to it. In a corner of the window where there
 * is none, or where there is nothing to stand beside. Beside what is at the foot it would cover the foot, so it stands
 * above that.
 */
export function placeCoach(anchor: Box | null, coach: Size, room: Size): Place {
  const corner = { left: room.width - coach.width - EDGE, top: room.height - coach.height - 3 * EDGE };
  if (anchor === null) return corner;
  const level = within(anchor.top, coach.height, room.height);
  const inLine = within(anchor.left, coach.width, room.width);
  const right = anchor.left + anchor.width + GAP;
  const below = anchor.top + anchor.height + GAP;
  const left = anchor.left - GAP - coach.width;
  const isLow = anchor.top + coach.height + EDGE > room.height;
  const isRight = anchor.left > room.width / 2;
  if (!isLow && right + coach.width + EDGE <= room.width) return { left: right, top: level };
  if (!isLow && isRight && left >= EDGE) return { left, top: level };
  if (below + coach.height + EDGE <= room.height) return { left: inLine, top: below };
  if (!isLow && left >= EDGE) return { left, top: level };
  const above = anchor.top - GAP - coach.height;
  return above >= EDGE ? { left: inLine, top: within(above, coach.height, room.height) } : corner;
}
