import type { ConnectionRow } from '../../domain/contract/connections.ts';
import type { LegacyStatus } from '../../domain/contract/legacy.ts';
import { type LinkStatus, NO_COUNTS } from '../../domain/contract/link.ts';
import type { ProcedureOutput } from '../../domain/contract/procedures.ts';

/** What a link looks like that several consoles, another system and a former one have used for hours. */
export const INSTALLATION = '0f2c1f4e-6b1d-4a57-9d3e-2a6c0c1b7e55';
export const OTHER_INSTALLATION = '9d1be0c4-22a7-4c0c-8f0f-5b1f6f0f3c11';

export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export const requests: LinkStatus['requests'] = {
  taking: true,
  error: null,
  done: 1204,
  refused: 3,
  conflicts: 1,
  unreadable: 1,
  exhausted: 0,
  underWay: 0,
};

export const live: LinkStatus = {
  state: 'live',
  since: minutesAgo(42),
  error: null,
  servers: ['wss://nats.example.org'],
  connection: 'Head office',
  behind: 0,
  perSecond: null,
  secondsLeft: null,
  position: 48_213,
  installation: INSTALLATION,
  waiting: { commits: 0, oldest: null },
  refused: [],
  nextAttemptAt: null,
  counts: { ...NO_COUNTS, pushed: 126, pulled: 3418, rebased: 4, conflicts: 2, voids: 2, unreadable: 1 },
  requests,
};

export const connections: readonly ConnectionRow[] = [
  {
    id: crypto.randomUUID(),
    name: 'Head office',
    servers: ['wss://nats.example.org', 'wss://nats-standby.example.org'],
    authentication: { kind: 'creds', file: null },
    authority: 'own',
    installation: INSTALLATION,
    inUse: true,
    secret: 'keyring',
  },
  {
    id: crypto.randomUUID(),
    name: 'Training',
    servers: ['wss://training.example.org'],
    authentication: { kind: 'user', user: 'nadia', file: null },
    authority: 'none',
    installation: OTHER_INSTALLATION,
    inUse: false,
    secret: 'missing',
  },
  {
    id: crypto.randomUUID(),
    name: 'This machine',
    servers: ['ws://127.0.0.1:8080'],
    authentication: { kind: 'none' },
    authority: 'none',
    installation: null,
    inUse: false,
    secret: 'not-needed',
  },
];

export function waitingFor(count: number): ProcedureOutput<'link.waiting'> {
  const persons = ['Thandiwe Nkosi', 'Ana María Quispe Mamani', 'Siobhán Ní Dhomhnaill'];
  const types = ['NameUpdated', 'ComponentAdded', 'PersonDeactivated'];
  const rows = Array.from({ length: count }, (_, index) => {
    const personId = crypto.randomUUID();
    return {
      streamId: `person-${personId}`,
      personId,
      displayName: persons[index % persons.length] ?? null,
      type: types[index % types.length] ?? '',
      position: index + 1,
      recordedAt: minutesAgo(30 - index),
    };
  });
  return { rows, next: null };
}

export const odd: ProcedureOutput<'link.odd'> = {
  total: 2,
  next: null,
  rows: [
    {
      sequence: 48_102,
      subject: `person.log.person-${crypto.randomUUID()}`,
      commitId: crypto.randomUUID(),
      reason: 'predecessor',
      detail: '',
      receivedAt: minutesAgo(95),
      body: '{"protocol":1,"kind":"commit"}',
    },
    {
      sequence: 41_977,
      subject: 'person.log.greeting',
      commitId: null,
      reason: 'unreadable',
      detail: 'No JSON: unexpected token h at 0',
      receivedAt: minutesAgo(3000),
      body: 'hello',
    },
  ],
};

export const refusedRequests: ProcedureOutput<'link.requests'> = {
  total: 3,
  next: null,
  rows: [
    ['UpdateName', 'refused', 'The person is archived. Restore them first.', 'person-archived'],
    ['SetBirthDate', 'refused', 'Must not be in the future', 'invalid'],
    [null, 'unreadable', 'No command: id is missing', 'request-unreadable'],
  ].map(([type, reason, message, code], index) => ({
    number: 3 - index,
    sequence: 912 - index,
    subject: 'person.commands.hr',
    reason: reason === 'refused' ? 'refused' : 'unreadable',
    code: code ?? '',
    message: message ?? '',
    commandId: type === null ? null : crypto.randomUUID(),
    type: type ?? null,
    actor: type === null ? null : 'external:hr:jane.doe',
    deliveries: 1,
    sentAt: minutesAgo(12 + index * 50),
    recordedAt: minutesAgo(12 + index * 50),
    body: '{"protocol":1,"type":"UpdateName"}',
    isCut: false,
  })),
};

export const noMessages = { rows: [], next: null, total: 0 };

export const bridgeOff: LegacyStatus = {
  mode: 'off',
  state: 'off',
  since: minutesAgo(600),
  error: null,
  nextAttemptAt: null,
  position: 0,
  behind: null,
  perSecond: null,
  secondsLeft: null,
  counts: { events: 0, commands: 0, known: 0, own: 0, history: 0, odd: 0 },
  published: 0,
};

export const bridgeLive: LegacyStatus = {
  ...bridgeOff,
  mode: 'on',
  state: 'live',
  since: minutesAgo(42),
  position: 18_402,
  behind: 0,
  counts: { events: 17_205, commands: 214, known: 12, own: 903, history: 66, odd: 2 },
  published: 903,
};

export const notTaken: ProcedureOutput<'legacy.odd'> = {
  total: 2,
  next: null,
  rows: [
    {
      sequence: 17_330,
      subject: 'person.events.9b1c.person_sung',
      reason: 'legacy-unknown',
      detail: 'PersonSung',
      receivedAt: minutesAgo(44),
      body: '{"event":{"PersonSung":{"person_id":"jane"}}}',
    },
    {
      sequence: 16_018,
      subject: 'person.commands.9b1c',
      reason: 'legacy-refused',
      detail: 'The person is archived. Restore them first.',
      receivedAt: minutesAgo(51),
      body: '{"DeactivatePerson":{"person_id":{"id":"9b1c"}}}',
    },
  ],
};

export const refusedByServer: LinkStatus['refused'] = [
  {
    streamId: 'person-5a2f0c0e-3b7a-4d0e-9d69-3f9c2f2d7a10',
    code: 10_054,
    description: 'message size exceeds maximum allowed',
  },
];
