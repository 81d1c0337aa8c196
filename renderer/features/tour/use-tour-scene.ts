import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import type { TourScene } from './tour-steps.ts';

/** The one in the sample whose history is worth a look. Elsewhere it is whoever changed last. */
const SAMPLE_PERSON = 'margaret rose ellison hart';
const SAMPLE_TWIN = 'jonathan pryce-webb';

interface Somebody {
  readonly personId: string;
}

async function find(sample: boolean, text: string): Promise<Somebody | undefined> {
  return sample ? (await call('persons.search', { text, limit: 1 })).rows[0] : undefined;
}

async function lastChanged(): Promise<Somebody | undefined> {
  const { rows } = await call('persons.list', {
    sort: 'updated',
    descending: true,
    status: ['active'],
    limit: 1,
  });
  return rows[0];
}

async function personToShow(sample: boolean): Promise<TourScene['person']> {
  const row = (await find(sample, SAMPLE_PERSON)) ?? (await lastChanged());
  if (row === undefined) return null;
  const {
    personId,
    displayName: name,
    headVersion: version,
  } = await call('persons.get', {
    personId: row.personId,
  });
  return { personId, name, version };
}

async function twinToShow(sample: boolean): Promise<TourScene['twin']> {
  const known = await find(sample, SAMPLE_TWIN);
  const ofKnown = known === undefined ? {} : { personId: known.personId };
  const { pairs } = await call('persons.duplicates', { ...ofKnown, limit: 1 });
  const [pair] = pairs.length > 0 ? pairs : (await call('persons.duplicates', { limit: 1 })).pairs;
  if (pair === undefined) return null;
  const { personId, displayName: name } = pair.first;
  return { personId, name };
}

/** Asked once, when the tour begins: steps that come and go on the way would be no tour. */
function sceneQuery(sample: boolean) {
  return queryOptions({
    queryKey: keys.tourScene,
    queryFn: async (): Promise<TourScene> => ({
      person: await personToShow(sample),
      twin: await twinToShow(sample),
    }),
    gcTime: 0,
  });
}

const NOBODY: TourScene = { person: null, twin: null };

/** Undefined until it is known. A tour of what cannot be read is one of what would be there. */
export function useTourScene(sample: boolean, enabled: boolean): TourScene | undefined {
  const scene = useQuery({ ...sceneQuery(sample), enabled });
  return scene.error === null ? scene.data : NOBODY;
}
