import type { ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { ViewStatus } from '../../domain/contract/views.ts';
import type { Switches } from './switches.ts';

function view(title: string, head: number): ViewStatus {
  return {
    view: title.toLowerCase(),
    title,
    state: 'current',
    position: head,
    head,
    rows: head,
    error: null,
    skipped: [],
    rebuild: null,
  };
}

export function fakeViews(head: number, state: Switches['views']): ProcedureOutput<'views.status'> {
  const [first, ...rest] = ['Persons', 'Timeline', 'Search'].map((title) => view(title, head));
  const faults: Readonly<Record<Switches['views'], Partial<ViewStatus>>> = {
    current: {},
    'catching-up': { state, position: head - 1280 },
    stopped: {
      state,
      error: { code: 'view-failed', message: 'The event could not be read', position: head - 3 },
    },
    rebuilding: {
      state,
      rebuild: { share: 0.42, eventsPerSecond: 21_000, secondsLeft: 12, needed: false },
    },
  };
  return { head, views: [...(first === undefined ? [] : [{ ...first, ...faults[state] }]), ...rest] };
}
