import { v7 as uuidv7 } from 'uuid';
import type { Outcome } from '../../domain/contract/commands.ts';
import { userActor } from '../boot/actor.ts';
import { createConsoleEngine } from '../boot/compose.ts';
import { writeSetting } from '../store/sqlite/settings.ts';
import { DEMO_DAYS, demoStory } from './demo-story.ts';
import { createRandom } from './random.ts';

export interface DemoOptions {
  readonly dataFolder: string;
  readonly now: number;
}

const DAY_MS = 86_400_000;
const SEED = 20_261_123;
/** Who did all that, and who goes on: the sample is to be looked at, not to be asked first who looks. */
const OPERATOR = 'Demo operator';

/** An id for each name, as if it had been made on that day. */
function idsFrom(start: number): (name: string, day?: number) => string {
  const ids = new Map<string, string>();
  return (name, day = 0) => {
    const id = ids.get(name) ?? uuidv7({ msecs: start + day * DAY_MS });
    ids.set(name, id);
    return id;
  };
}

export interface SeededDemo {
  readonly accepted: number;
  readonly refused: readonly Outcome[];
}

/**
 * Fills an empty data folder with 200 generated persons and two years of history, through commands like any other and
 * with a clock that walks through those years. A folder that holds anything is left as it is: null.
 */
export async function seedDemo(options: DemoOptions): Promise<SeededDemo | null> {
  let today = options.now - DEMO_DAYS * DAY_MS;
  const engine = createConsoleEngine({
    ...options,
    runtime: 'demo',
    productVersion: 'demo',
    defaultActor: userActor(OPERATOR),
    clock: { now: () => today },
    onPush: () => undefined,
  });
  try {
    if (engine.store.log.head() > 0) return null;
    const start = today;
    const idOf = idsFrom(start);
    const ids = {
      personId: (n: number) => idOf(String(n), n),
      named: (name: string) => idOf(name),
    };
    const outcomes: Outcome[] = [];
    for (const { day, type, data, by = OPERATOR } of demoStory(createRandom(SEED), ids)) {
      today = start + day * DAY_MS;
      outcomes.push(await engine.engine.submit({ type, data: { ...data } }, userActor(by)));
    }
    writeSetting(engine.store.logDb, 'sample', 'yes');
    await engine.call('operator.set', { name: OPERATOR });
    engine.engine.catchUp();
    const refused = outcomes.filter(({ status }) => status !== 'accepted');
    return { accepted: outcomes.length - refused.length, refused };
  } finally {
    await engine.close();
  }
}
