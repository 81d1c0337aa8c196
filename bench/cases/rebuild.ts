import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openBenchEngine, viewsAtHead } from '../bench-engine.ts';
import { type Figure, paired, shown } from '../measure.ts';
import { sampleLog } from '../sample-logs.ts';

const ROUNDS = 5;

interface Folded {
  name: unknown;
  components: number;
  version: number;
}

/** The least that any rebuild must do: read every event, parse its data, fold it in memory. Milliseconds. */
function barePass(folder: string): number {
  const db = new Database(join(folder, 'log.db'), { readonly: true });
  const started = performance.now();
  const page = db
    .prepare(
      'SELECT position, stream, version, type, data FROM events WHERE position > ? ORDER BY position LIMIT 1000',
    )
    .raw();
  const states = new Map<number, Folded>();
  let after = 0;
  for (;;) {
    const rows = page.all(after) as [number, number, number, number, string][];
    for (const [position, stream, version, , text] of rows) {
      const data = JSON.parse(text) as { name?: unknown; newName?: unknown; componentId?: string };
      const state = states.get(stream) ?? { name: null, components: 0, version: 0 };
      states.set(stream, state);
      state.version = version;
      state.name = data.newName ?? data.name ?? state.name;
      if (data.componentId !== undefined) state.components += 1;
      after = position;
    }
    if (rows.length === 0) break;
  }
  db.close();
  return performance.now() - started;
}

export async function rebuildFigures(): Promise<Figure[]> {
  const folder = await sampleLog(50_000, 20);
  const engine = openBenchEngine(folder);
  await viewsAtHead(engine);
  const views = engine.store.views.names;
  const timed = (view: string) => async (): Promise<number> => {
    const started = performance.now();
    await engine.call('views.rebuild', { view });
    return performance.now() - started;
  };
  const figures: Figure[] = [];
  for (const view of views) {
    const { raw, ours, ratio } = await paired(ROUNDS, () => barePass(folder), timed(view));
    figures.push({
      name: `Rebuild of the view ${view}, 1M events of 50k persons`,
      value: ratio,
      unit: 'x',
      goal: { most: 2 },
      compared: `${shown(ours)} ms beside ${shown(raw)} ms for the bare pass`,
      dominates: 'Reading and parsing the events; then writing one set of rows per person.',
    });
  }
  await engine.close();
  return figures;
}
