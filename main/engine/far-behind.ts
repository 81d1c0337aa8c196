/** Fewer events than this are caught up with in less time than an operator notices. */
const FEW_EVENTS = 5000;
/** What the projector takes for one event, in events of a rebuild: measured, it is 6 for new persons and 25 for old ones. */
const STEP_COST = 6;

/** Rebuilding is quicker than catching up: views of another version of the program, of a restored log, of one that fills up. */
export function isFarBehind(position: number, head: number): boolean {
  const behind = head - position;
  return behind > FEW_EVENTS && behind * STEP_COST > head;
}
