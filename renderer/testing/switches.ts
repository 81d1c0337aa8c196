/** What the sample bridge pretends, from the query string (before the `#`). */
export interface Switches {
  readonly persons: number;
  /** Milliseconds before each answer; `never` leaves questions open for ever. */
  readonly latency: number | 'never';
  /** Procedures that fail, with what code: `?fail=persons.list:database-corrupt`. */
  readonly fail: ReadonlyMap<string, string>;
  readonly firstRun: boolean;
  /** The first command meets a stream that has moved on. */
  readonly conflict: boolean;
  /** Every command is refused with this code. */
  readonly refuse: string | null;
  readonly engine: 'running' | 'restarting' | 'failed';
  readonly views: 'current' | 'catching-up' | 'stopped' | 'rebuilding';
  /** How long each stage of a command takes, in milliseconds. */
  readonly pace: number;
}

function pairs(list: string | null): ReadonlyMap<string, string> {
  const entries = (list ?? '').split(',').filter(Boolean);
  return new Map(
    entries.map((entry) => {
      const [name = '', code = 'engine-restarting'] = entry.split(':');
      return [name, code];
    }),
  );
}

function oneOf<T extends string>(value: string | null, allowed: readonly [T, ...T[]]): T {
  return allowed.find((candidate) => candidate === value) ?? allowed[0];
}

export function readSwitches(query: string): Switches {
  const search = new URLSearchParams(query);
  const latency = search.get('latency');
  return {
    persons: Number(search.get('persons') ?? 400),
    latency: latency === 'never' ? 'never' : Number(latency ?? 8),
    fail: pairs(search.get('fail')),
    firstRun: search.has('first-run'),
    conflict: search.has('conflict'),
    refuse: search.get('refuse'),
    engine: oneOf(search.get('engine'), ['running', 'restarting', 'failed']),
    views: oneOf(search.get('views'), ['current', 'catching-up', 'stopped', 'rebuilding']),
    pace: Number(search.get('pace') ?? 40),
  };
}
