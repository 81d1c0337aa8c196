import { registry } from '../../domain/registry.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Engine } from '../engine/engine.ts';
import type { Store } from '../store/sqlite/open-store.ts';
import { createRequestRecords } from '../store/sqlite/request-records.ts';
import { Requests } from '../sync/requests/requests.ts';

/** Conflicts are for operators: other systems ask for commands of persons. */
function isOpen(type: string): boolean {
  return registry.commands.get(type)?.category === 'person';
}

/** Commands of other systems, for an engine and its log. */
export function createRequests(engine: Engine, { log, logDb }: Store, clock: Clock): Requests {
  return new Requests({
    log,
    sync: log.sync,
    submit: (submission, actor) => engine.submit(submission, actor),
    isOpen,
    records: createRequestRecords(logDb, clock),
  });
}
