import type { ConnectionRow } from '../../domain/contract/connections.ts';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import type { LegacyStatus } from '../../domain/contract/legacy.ts';
import type { LinkStatus } from '../../domain/contract/link.ts';
import type { ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';
import {
  bridgeLive,
  bridgeOff,
  connections,
  INSTALLATION,
  live,
  minutesAgo,
  noMessages,
  notTaken,
  odd,
  OTHER_INSTALLATION,
  refusedByServer,
  refusedRequests,
  requests,
  waitingFor,
} from './link-samples.ts';
import type { Pretence } from './pretend.ts';

const answer = <N extends ProcedureName>(name: N, value: ProcedureOutput<N>): Pretence => ({
  [name]: { ok: true, value },
});

interface Parts {
  readonly status: LinkStatus;
  readonly rows?: readonly ConnectionRow[];
  readonly odd?: ProcedureOutput<'link.odd'>;
  readonly requests?: ProcedureOutput<'link.requests'>;
  readonly bridge?: LegacyStatus;
  readonly notTaken?: ProcedureOutput<'legacy.odd'>;
  readonly info: ProcedureOutput<'console.info'>;
}

function stateOf(parts: Parts): Pretence {
  const { status, info, rows = connections } = parts;
  const { commits } = status.waiting;
  return {
    ...answer('link.status', status),
    ...answer('connections.list', { rows: [...rows], installation: status.installation, keeps: 'keyring' }),
    ...answer('console.info', { ...info, pendingCommits: commits }),
    ...answer('link.waiting', waitingFor(commits)),
    ...answer('link.odd', parts.odd ?? noMessages),
    ...answer('link.requests', parts.requests ?? noMessages),
    ...answer('legacy.status', parts.bridge ?? bridgeOff),
    ...answer('legacy.odd', parts.notTaken ?? noMessages),
  };
}

const notAllowed: ConsoleError = {
  code: 'requests-not-allowed',
  kind: 'rejected',
  message: 'This console may not read commands of other systems here. Others see to them.',
};

const other: ConsoleError = {
  code: 'connection-other-installation',
  kind: 'rejected',
  message: `Head office leads to another installation (${OTHER_INSTALLATION}), this data folder belongs to ${INSTALLATION}. Nothing was sent. Choose another connection, or open the data folder that belongs there.`,
};

const waiting = { commits: 12, oldest: minutesAgo(30) };
const offline: LinkStatus = { ...live, state: 'offline', since: minutesAgo(31), waiting };

type Info = ProcedureOutput<'console.info'>;

/** Sections that are there only when there is something to say: all of them. */
const everything = (info: Info): Pretence =>
  stateOf({
    status: {
      ...live,
      waiting,
      refused: refusedByServer,
      requests: { ...requests, taking: false, error: notAllowed },
    },
    odd,
    requests: refusedRequests,
    bridge: bridgeLive,
    notTaken,
    info,
  });

const catchingUp = (info: Info): Pretence =>
  stateOf({
    status: { ...live, state: 'catching-up', behind: 12_400, perSecond: 2100, secondsLeft: 6, requests },
    bridge: {
      ...bridgeLive,
      mode: 'read',
      state: 'reading',
      behind: 9_120,
      perSecond: 640,
      secondsLeft: 14,
      published: 0,
    },
    info,
  });

const refused = (info: Info): Pretence =>
  stateOf({ status: { ...offline, state: 'refused', error: other }, info });

/** By name: what the engine would say, and words by which the page is known then. */
export const linkStates = [
  { name: 'everything', shows: 'Nothing that is known here', answers: everything },
  { name: 'catching-up', shows: '12,400 messages of others', answers: catchingUp },
  { name: 'refused', shows: 'leads to another installation', answers: refused },
] as const;
