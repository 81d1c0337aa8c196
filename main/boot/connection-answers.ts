import type { ProcedureParsed } from '../../domain/contract/procedures.ts';
import type { ConnectionDesk } from '../sync/connection-desk.ts';
import type { Link } from '../sync/link.ts';

export interface ConnectionAnswersOptions {
  readonly link: Link;
  readonly desk: ConnectionDesk;
}

/** Which way the link goes, and the ways there are. */
export function connectionAnswers({ link, desk }: ConnectionAnswersOptions) {
  return {
    'link.use': ({ connection, allow }: ProcedureParsed<'link.use'>) => link.useWay(connection, allow),
    'link.sync': ({ connection, connectionId, allow }: ProcedureParsed<'link.sync'>) =>
      link.once(connectionId === null ? connection : desk.get(connectionId), allow, () => Promise.resolve()),
    'connections.list': () => desk.list(),
    'connections.save': (draft: ProcedureParsed<'connections.save'>) => desk.save(draft),
    'connections.remove': ({ id }: ProcedureParsed<'connections.remove'>) => desk.remove(id),
    'connections.use': ({ id, allow }: ProcedureParsed<'connections.use'>) => desk.use(id, allow),
    'connections.test': ({ of, testId }: ProcedureParsed<'connections.test'>) => desk.test(of, testId),
    'connections.test-way': ({ connection }: ProcedureParsed<'connections.test-way'>) =>
      desk.testWay(connection),
    'connections.cancel-test': ({ testId }: ProcedureParsed<'connections.cancel-test'>) =>
      desk.cancelTest(testId),
  };
}
