import { isSamePlace } from './list-pages.ts';
import type { Range } from './list-range.tsx';

/**
 * Tells places in a list once what is there was read, or could not be. Not a second time where it is read in the same pages,
 * and one that took longer than a later one not at all.
 */
export function tellOnceRead(
  read: (place: Range) => Promise<unknown>,
  tell: (place: Range) => void,
): (place: Range) => void {
  let asked: Range | undefined;
  let turns = 0;
  let told = 0;
  return (place) => {
    if (asked?.list === place.list && isSamePlace(asked, place)) return;
    asked = place;
    turns += 1;
    const turn = turns;
    const done = () => {
      if (turn < told) return;
      told = turn;
      tell(place);
    };
    void read(place).then(done, done);
  };
}
