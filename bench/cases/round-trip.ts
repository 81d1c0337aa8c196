import { type Figure, median, percentile, shown } from '../measure.ts';
import { RATE, SECONDS } from '../sync/at-rate.ts';
import { bareAtRate } from '../sync/bare-at-rate.ts';
import { consolesAtRate } from '../sync/consoles-at-rate.ts';
import type { Waiting } from '../sync/offline-folder.ts';

export async function roundTripFigures({ messages }: Waiting): Promise<Figure[]> {
  const bare = await bareAtRate(messages);
  const ours = await consolesAtRate();
  const [bareP95, oursP95, viewsP95] = [bare.log, ours.log, ours.views].map((list) => percentile(list, 0.95));
  const all = shown(RATE * SECONDS);
  return [
    {
      name: 'Committed here, on the disk there, one after the other: median',
      value: median(ours.closed) / median(bare.closed),
      unit: 'x',
      goal: { most: 1.5 },
      compared: `${shown(median(ours.closed))} ms beside ${shown(median(bare.closed))} ms of the bare script`,
      dominates: 'Two syncs of a disk and the server between them.',
    },
    {
      name: `${shown(RATE)} events/s for ${SECONDS} s, from due here to on the disk there: 95th percentile`,
      value: (oursP95 ?? 0) / (bareP95 ?? 1),
      unit: 'x',
      goal: { most: 1.5 },
      compared: `${shown(oursP95 ?? 0)} ms beside ${shown(bareP95 ?? 0)} ms; ${ours.lost} of ${all} lost, bare ${bare.lost}; shown in lists after ${shown(viewsP95 ?? 0)} ms`,
      dominates:
        'Three processes on the processors there are: deciding, syncing, the server, and taking in twice.',
    },
  ];
}
