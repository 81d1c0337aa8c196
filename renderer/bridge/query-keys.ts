import type { ProcedureInput } from '../../domain/contract/procedures.ts';

/** One tree of keys, so that a push names exactly what it makes stale. */
export const keys = {
  lists: ['persons'] as const,
  list: (input: ProcedureInput<'persons.list'>) => ['persons', 'list', input] as const,
  listPage: (input: ProcedureInput<'persons.list'>, page: number) =>
    ['persons', 'list', input, page] as const,
  search: (input: ProcedureInput<'persons.search'>) => ['persons', 'search', input] as const,
  total: (input: ProcedureInput<'persons.total'>) => ['persons', 'total', input] as const,
  counts: ['persons', 'counts'] as const,
  everyPerson: ['person'] as const,
  person: (personId: string) => ['person', personId] as const,
  detail: (personId: string) => ['person', personId, 'detail'] as const,
  atHead: (personId: string) => ['person', personId, 'at-head'] as const,
  /** Under the lists: what makes two records alike may have changed in the other one. */
  duplicates: (personId: string) => ['persons', 'duplicates', personId] as const,
  /** Under the lists: it is others who record it. */
  related: (to: ProcedureInput<'persons.relatedTo'>['to']) => ['persons', 'related', to] as const,
  timeline: (personId: string) => ['person', personId, 'timeline'] as const,
  since: (personId: string, version: number) => ['person', personId, 'since', version] as const,
  asOf: (personId: string, version: number) => ['person-as-of', personId, version] as const,
  logRows: (input: object) => ['log', 'rows', input] as const,
  /** What an append makes stale of the log. */
  logLive: ['log', 'live'] as const,
  logTail: (input: object) => ['log', 'live', 'tail', input] as const,
  logEvent: (position: number) => ['log', 'live', 'event', position] as const,
  logNames: ['log', 'names'] as const,
  views: ['views'] as const,
  jobs: ['jobs'] as const,
  bulkResults: (jobId: string, state: string) => ['jobs', 'results', jobId, state] as const,
  selectionMembers: (selectionId: string, personIds: readonly string[]) =>
    ['selection', selectionId, personIds] as const,
  bulkPreview: (input: ProcedureInput<'bulk.preview'>) => ['bulk', 'preview', input] as const,
  bulkNames: (input: ProcedureInput<'bulk.names'>) => ['bulk', 'names', input] as const,
  /** Under the jobs: told anew while the import goes on. */
  importResults: (jobId: string, outcome: string) => ['jobs', 'import', jobId, outcome] as const,
  importFiles: ['import', 'file'] as const,
  importInspection: (fileId: string, reading: object) => ['import', 'file', fileId, reading] as const,
  importSample: (input: object) => ['import', 'sample', input] as const,
  importMappings: ['import', 'mappings'] as const,
  info: ['console', 'info'] as const,
  link: ['link', 'status'] as const,
  /** What an append or a message makes stale. */
  linkLists: ['link', 'lists'] as const,
  linkWaiting: ['link', 'lists', 'waiting'] as const,
  linkOdd: ['link', 'lists', 'odd'] as const,
  linkRequests: ['link', 'lists', 'requests'] as const,
  /** The bridge to the former system. */
  legacy: ['legacy'] as const,
  legacyStatus: ['legacy', 'status'] as const,
  legacyOdd: ['legacy', 'odd'] as const,
  connections: ['link', 'lists', 'connections'] as const,
  conflicts: ['conflicts'] as const,
  conflict: (conflictId: string) => ['conflicts', 'one', conflictId] as const,
  conflictCounts: ['conflicts', 'counts'] as const,
  conflictsOf: (filter: object) => ['conflicts', 'list', filter] as const,
  zoom: ['window', 'zoom'] as const,
  tourScene: ['tour', 'scene'] as const,
};
