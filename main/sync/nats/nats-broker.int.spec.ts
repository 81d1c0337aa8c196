import { connect, type NatsConnection } from 'nats.ws';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Acknowledgement, BrokerConnection, Publication } from '../broker.ts';
import { startNatsServer } from '../testing/nats-server.ts';
import { INSTALLATION_BUCKET } from './names.ts';
import { createNatsBroker } from './nats-broker.ts';

const SUBJECT = 'person.log.person-1';

/** A connection to a server of its own, which has no log; what it heard; and somebody else on the same server. */
async function connected(config?: string) {
  const { url } = await startNatsServer({ config });
  const target = { servers: [url], credentials: { kind: 'none' }, ca: null, name: 'test' } as const;
  const broker: BrokerConnection = await createNatsBroker(target).connect();
  const other: NatsConnection = await connect({ servers: url });
  onTestFinished(async () => {
    await Promise.all([broker.close(), other.close()]);
  });
  const heard: Acknowledgement[] = [];
  broker.onAcknowledgement((ack) => heard.push(ack));
  const publish = (token: number, rest: Partial<Publication> = {}): void =>
    broker.publish({ subject: SUBJECT, body: '{}', messageId: `m${token}`, expected: 0, token, ...rest });
  const hears = (expected: readonly Acknowledgement[]): Promise<void> =>
    vi.waitFor(() => expect(heard).toEqual(expected), { timeout: 10_000, interval: 10 });
  return { broker, other, publish, hears };
}

/** Stands where JetStream would, and answers what is published with these bodies, one after the other. */
async function answering(other: NatsConnection, bodies: readonly string[]): Promise<void> {
  const left = [...bodies];
  other.subscribe(SUBJECT, { callback: (_error, message) => void message.respond(left.shift() ?? '') });
  await other.flush();
}

describe('an acknowledgement', () => {
  it.each([
    ['{"stream":"PERSON_LOG","seq":7}', { ok: true, sequence: 7, duplicate: false }],
    ['{"stream":"PERSON_LOG","seq":7,"duplicate":true}', { ok: true, sequence: 7, duplicate: true }],
    [
      '{"error":{"code":400,"err_code":10071,"description":"wrong last sequence: 3"}}',
      { ok: false, code: 10071, description: 'wrong last sequence: 3' },
    ],
    ['{"error":{"code":503,"description":"no leader"}}', { ok: false, code: 503, description: 'no leader' }],
    ['{"error":{"description":"odd"}}', { ok: false, code: 0, description: 'odd' }],
    ['{"error":"odd"}', { ok: false, code: 0, description: 'no reason was given' }],
    ['{"seq":7,"error":{}}', { ok: false, code: 0, description: 'no reason was given' }],
    ['{"seq":"7"}', { ok: false, code: 0, description: 'no reason was given' }],
    ['{}', { ok: false, code: 0, description: 'no reason was given' }],
  ] as const)('is told as it is: %s', async (body, expected) => {
    const { other, publish, hears } = await connected();
    await answering(other, [body]);
    publish(1);
    await hears([{ ...expected, token: 1 }]);
  });

  it('that is none is passed over, whatever it is', async () => {
    const { other, publish, hears } = await connected();
    const none = ['not JSON', '', 'null', '7', '[]', '"ok"'];
    await answering(other, [...none, '{"seq":1}']);
    for (const token of [...none.keys(), none.length]) publish(token);
    await hears([{ ok: true, token: none.length, sequence: 1, duplicate: false }]);
  });

  it('of what nobody sent is passed over', async () => {
    const { other, publish, hears } = await connected();
    other.subscribe(SUBJECT, {
      callback: (_error, message) => {
        const inbox = message.reply?.replace(/\.\d+$/u, '') ?? '';
        other.publish(`${inbox}.nonsense`, '{"seq":1}');
        other.publish(`${inbox}.1e99`, '{"seq":1}');
        message.respond('{"seq":2}');
      },
    });
    await other.flush();
    publish(1);
    await hears([{ ok: true, token: 1, sequence: 2, duplicate: false }]);
  });

  it('comes from the server where nobody is there to give one', async () => {
    const { publish, hears } = await connected();
    publish(1);
    await hears([{ ok: false, token: 1, code: 503, description: 'JetStream does not answer' }]);
  });

  it('of a message that is too large says how large one may be, and the connection stays', async () => {
    const { broker, other, publish, hears } = await connected('max_payload: 2048');
    await answering(other, ['{"seq":1}']);
    publish(1, { body: 'x'.repeat(4096) });
    const description = 'The message is larger than the 2048 bytes that the server takes';
    await hears([{ ok: false, token: 1, code: 413, description }]);
    publish(2);
    await hears([
      { ok: false, token: 1, code: 413, description },
      { ok: true, token: 2, sequence: 1, duplicate: false },
    ]);
    await expect(broker.isThere()).resolves.toBeUndefined();
  });
});

describe('a connection that is over', () => {
  it('takes nothing more, and says so to whoever publishes', async () => {
    const { broker, publish } = await connected();
    await broker.close();
    expect(() => publish(1)).toThrow('CONNECTION_CLOSED');
    expect(await broker.closed).toBeNull();
  });
});

describe('whose server it is', () => {
  it('is who came first, for everybody, and nobody’s where that was taken back', async () => {
    const { broker, other } = await connected();
    expect(await broker.installation()).toBeNull();
    expect(await broker.bind('ours')).toBe('ours');
    expect(await broker.bind('theirs')).toBe('ours');
    const bucket = await other.jetstream().views.kv(INSTALLATION_BUCKET);
    await bucket.delete('installation');
    expect(await broker.installation()).toBeNull();
  });

  it('cannot be said where the bucket takes nothing', async () => {
    const { broker, other } = await connected();
    expect(await broker.installation()).toBeNull();
    const manager = await other.jetstreamManager();
    await manager.streams.update(`KV_${INSTALLATION_BUCKET}`, { max_msg_size: 4 });
    await expect(broker.bind('ours')).rejects.toThrow('message size exceeds maximum allowed');
    expect(await broker.installation()).toBeNull();
  });

  it.each([
    ['12', 12],
    ['1', 1],
    ['0', 1],
    ['-3', 1],
    ['soon', 1],
    ['', 1],
    ['1e99', 1],
  ])('and where its log begins is a number of a message, or the first: “%s”', async (noted, sequence) => {
    const { broker, other } = await connected();
    expect(await broker.beginning()).toBe(1);
    const bucket = await other.jetstream().views.kv(INSTALLATION_BUCKET);
    await bucket.put('beginning', noted);
    expect(await broker.beginning()).toBe(sequence);
  });
});
