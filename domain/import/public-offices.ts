interface PublicOffice {
  readonly title: string;
  readonly body: string;
}

const SENATOR = { title: 'Senator', body: 'Senate' };
const REPRESENTATIVE = { title: 'Representative', body: 'House of Representatives' };
const MEMBER = { title: 'Member of Parliament', body: 'Parliament' };

/** As sources shorten them: who sits where. */
const OFFICES: ReadonlyMap<string, PublicOffice> = new Map([
  ['sen', SENATOR],
  ['senator', SENATOR],
  ['rep', REPRESENTATIVE],
  ['representative', REPRESENTATIVE],
  ['mp', MEMBER],
  ['member of parliament', MEMBER],
  ['mep', { title: 'Member of the European Parliament', body: 'European Parliament' }],
]);

const BODIES: ReadonlyMap<string, string> = new Map([
  ['senate', 'Senate'],
  ['house', 'House of Representatives'],
]);

type Table = Readonly<Record<string, string>>;

/** Titles and bodies of the offices that the samples name; null where one of them is no office. */
export function officesIn(samples: readonly string[]): { titles: Table; bodies: Table } | null {
  const known = samples.flatMap((sample) => {
    const office = OFFICES.get(sample.toLowerCase());
    return office === undefined ? [] : [[sample, office] as const];
  });
  if (known.length === 0 || known.length < samples.length) return null;
  return {
    titles: Object.fromEntries(known.map(([sample, { title }]) => [sample, title])),
    bodies: Object.fromEntries(known.map(([sample, { body }]) => [sample, body])),
  };
}

/** Full names of chambers that the samples shorten; null where none does. */
export function bodiesIn(samples: readonly string[]): Table | null {
  const known = samples.flatMap((sample) => {
    const body = BODIES.get(sample.toLowerCase());
    return body === undefined ? [] : [[sample, body] as const];
  });
  return known.length === 0 ? null : Object.fromEntries(known);
}
