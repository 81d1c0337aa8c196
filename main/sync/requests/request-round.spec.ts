import { expect, it } from 'vitest';
import type { BrokerConnection } from '../broker.ts';
import type { RoundOptions } from './options.ts';
import { RequestCounts } from './request-counts.ts';
import { RequestRound } from './request-round.ts';
import type { RequestSource } from './request-source.ts';

const never = new Promise<never>(() => undefined);

/** A round over a connection that is lost and answers nothing any more. */
function lostRound(requests: () => Promise<RequestSource>) {
  const told: boolean[] = [];
  const counts = new RequestCounts(() => told.push(counts.status.taking));
  const connection = { closed: Promise.resolve(null), requests } as unknown as BrokerConnection;
  return { told, round: new RequestRound(connection, { counts } as RoundOptions) };
}

const silent: RequestSource = {
  isForeign: false,
  fetch: () => never,
  stop: () => undefined,
  reply: () => undefined,
  flush: () => never,
};

it.each([
  ['asked for a source', () => never],
  ['waiting for commands', () => Promise.resolve(silent)],
])(
  'a round that had %s when its connection was lost ends at once, and says so before',
  async (_what, requests) => {
    const { round, told } = lostRound(requests);
    await round.letGo();
    expect(told.at(-1)).toBe(false);
  },
);

it('a round whose connection was lost asks for nothing any more: a question keeps its process from ending', async () => {
  const heard: string[] = [];
  let lose: (why: null) => void = () => undefined;
  const closed = new Promise<null>((resolve) => {
    lose = resolve;
  });
  const source: RequestSource = {
    ...silent,
    fetch: () => {
      heard.push('asked');
      lose(null);
      return never;
    },
    stop: () => heard.push('stopped'),
  };
  const connection = { closed, requests: () => Promise.resolve(source) } as unknown as BrokerConnection;
  const round = new RequestRound(connection, { counts: new RequestCounts(() => undefined) } as RoundOptions);
  await closed;
  await round.letGo();
  expect(heard.slice(0, 2)).toEqual(['asked', 'stopped']);
});
