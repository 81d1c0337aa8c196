/** A row's place among the page's nodes. */
export interface PlacedRow {
  /** Which node shows it: a row keeps its node for as long as it is drawn. */
  readonly slot: number;
  /** Its number among the rows that are drawn, from the top. */
  readonly at: number;
}

/**
 * Gives the node of a row that went out of sight to one that came into it: filling a node costs half of making one, and a
 * list that is scrolled changes some rows with every frame. While it moves no node changes its place on the page, where
 * moving costs as much as making; at rest they stand in the order of their rows, as whoever listens to the page hears them.
 */
export function createRowSlots(): (ids: readonly string[], moving: boolean) => readonly PlacedRow[] {
  let slots: ReadonlyMap<string, number> = new Map();
  let order: ReadonlyMap<number, number> = new Map();
  return (ids, moving) => {
    slots = assign(slots, ids);
    const placed = ids.map((id, at) => ({ slot: slots.get(id) ?? at, at }));
    if (!moving) order = new Map(placed.map(({ slot, at }) => [slot, at]));
    const place = ({ slot }: PlacedRow): number => order.get(slot) ?? order.size + slot;
    return placed.sort((a, b) => place(a) - place(b));
  };
}

/** Who stays keeps its slot; who comes takes the lowest that nobody has. */
function assign(before: ReadonlyMap<string, number>, ids: readonly string[]): ReadonlyMap<string, number> {
  const kept = ids.map((id) => before.get(id));
  const taken = new Set(kept);
  let free = 0;
  const take = (): number => {
    while (taken.has(free)) free += 1;
    taken.add(free);
    return free;
  };
  return new Map(ids.map((id, at) => [id, kept[at] ?? take()]));
}
