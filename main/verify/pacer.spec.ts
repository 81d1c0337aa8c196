import { expect, it } from 'vitest';
import { Pacer } from './pacer.ts';

function atHand() {
  let now = 0;
  const pacer = new Pacer(() => now);
  return { pacer, work: (ms: number) => (now += ms) };
}

/** Whether other work on the thread got its turn before `breathe` was over. */
async function letsOthersIn(pacer: Pacer): Promise<boolean> {
  let turn = false;
  setImmediate(() => {
    turn = true;
  });
  await pacer.breathe();
  return turn;
}

it('goes on at once as long as it has worked for a few milliseconds only', async () => {
  const { pacer, work } = atHand();
  work(5);
  expect(await letsOthersIn(pacer)).toBe(false);
});

it('lets others in once it has worked for longer, and then not again at once', async () => {
  const { pacer, work } = atHand();
  work(20);
  expect(await letsOthersIn(pacer)).toBe(true);
  expect(await letsOthersIn(pacer)).toBe(false);
});

it('ends the work at once after it was cancelled, however short it was', async () => {
  const { pacer } = atHand();
  await pacer.breathe();
  pacer.cancel();
  await expect(pacer.breathe()).rejects.toMatchObject({ error: { code: 'verify-cancelled' } });
});

it('ends the work after a rest as well', async () => {
  const { pacer } = atHand();
  pacer.cancel();
  await expect(pacer.rest(1)).rejects.toMatchObject({ error: { code: 'verify-cancelled' } });
});

it('tells how much was looked at, and of how much', () => {
  const told: unknown[] = [];
  const pacer = new Pacer(
    () => 0,
    (done, total) => told.push([done, total]),
  );
  pacer.passed(2);
  pacer.expect(10);
  pacer.passed(3);
  expect(told).toEqual([
    [2, null],
    [5, 10],
  ]);
});
