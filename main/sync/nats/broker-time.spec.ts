import { describe, expect, it } from 'vitest';
import { nanosecondsOf } from './broker-time.ts';
import { deliveryOf } from './delivery.ts';

describe('when the broker wrote a message', () => {
  it.each([
    ['2026-01-01T00:00:00.123456789Z', '1767225600123456789'],
    ['2026-01-01T00:00:00.12Z', '1767225600120000000'],
    ['2026-01-01T00:00:00Z', '1767225600000000000'],
  ])('is read to the nanosecond: %s', (instant, nanoseconds) => {
    expect(nanosecondsOf(instant)).toBe(nanoseconds);
  });

  it.each(['', 'yesterday', '2026-13-01T00:00:00Z', '2026-01-01T00:00:00+01:00'])(
    'is not known where it cannot be read: %j',
    (instant) => expect(nanosecondsOf(instant)).toBeNull(),
  );

  it('stands in the reply subject, with and without a domain', () => {
    const time = '1767225600123456789';
    expect(deliveryOf(`$JS.ACK.PERSON_LOG.abc.1.7.3.${time}.2`)).toEqual({
      streamSequence: 7,
      consumerSequence: 3,
      time,
      pending: 2,
    });
    expect(deliveryOf(`$JS.ACK.hub.acc.PERSON_LOG.abc.1.7.3.${time}.2`)?.time).toBe(time);
    expect(deliveryOf('$JS.ACK.PERSON_LOG.abc.1.7.3.soon.2')).toBeNull();
  });
});
