import { failure } from '../../domain/contract/errors.ts';
import type { FileOrder } from '../../domain/contract/jobs.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { ConnectionFiles } from './connection-files.ts';
import type { EngineHost } from './engine-host.ts';
import { mappingsOnDesk } from './mappings-on-desk.ts';
import type { RestoreDesk } from './restore-desk.ts';

export interface FileSuggestion {
  readonly title: string;
  /** A file's name without a folder. */
  readonly name: string;
}

/** What asks the operator, or shows them something, outside the page. */
export interface Desk {
  /** Null where the operator chooses none. */
  readonly saveFile: (suggestion: FileSuggestion) => Promise<string | null>;
  readonly openFile: (asked: { readonly title: string }) => Promise<string | null>;
  /** False where the system could not show it. */
  readonly showFolder: () => Promise<boolean>;
  /** Sets the factor where one is given, and tells the one in use. */
  readonly zoom: (factor?: number) => number;
}

function suggestionFor(order: FileOrder, now: Date): FileSuggestion {
  const day = now.toISOString().slice(0, 10);
  switch (order.kind) {
    case 'backup':
      return { title: 'Save a backup of the log', name: `person-console ${day}.backup` };
    case 'export':
      return { title: 'Export every event', name: `person-console ${day}.jsonl` };
    case 'persons-export':
      return { title: 'Export persons', name: `persons ${day}.${order.format}` };
    case 'results-export':
      return { title: 'Export the results', name: `results ${day}.csv` };
    case 'import-refused':
      return { title: 'Save the rows that were not taken', name: `not taken ${day}` };
  }
}

/** Answers the procedures of kind `console`: those that must work while the engine does not, and those that need the window. */
export function consoleProcedures(
  host: Pick<EngineHost, 'status' | 'restart' | 'jobs'>,
  desk: Desk,
  files: Pick<ConnectionFiles, 'choose'>,
  restore: RestoreDesk,
): (name: ProcedureName, input: unknown) => unknown {
  const save = async (order: FileOrder): Promise<ProcedureOutput<'jobs.save'>> => {
    const file = await desk.saveFile(suggestionFor(order, new Date()));
    if (file === null) return { job: null };
    return { job: (await host.jobs('jobs.write', { ...order, file })) as ProcedureOutput<'jobs.write'> };
  };
  const choose = async (): Promise<ProcedureOutput<'import.choose'>> => {
    const path = await desk.openFile({ title: 'Choose a file to import' });
    if (path === null) return { file: null };
    return { file: (await host.jobs('import.open', { path })) as ProcedureOutput<'import.open'> };
  };
  const answers: Partial<Record<ProcedureName, (input: never) => unknown>> = {
    'engine.status': () => host.status(),
    'engine.restart': () => host.restart(),
    'jobs.save': save,
    'import.choose': choose,
    'connections.choose-file': files.choose,
    'restore.choose': restore.choose,
    'restore.begin': restore.begin,
    'restore.drop': restore.drop,
    ...mappingsOnDesk(host, desk),
    'window.zoom': ({ factor }: ProcedureInput<'window.zoom'>) => ({ factor: desk.zoom(factor) }),
    'window.show-folder': async () => ({ shown: await desk.showFolder() }),
  };
  return (name, input) => {
    const answer = answers[name];
    if (answer === undefined) throw failure('bug', 'procedure-not-served', `Nothing here answers ${name}.`);
    return answer(input as never);
  };
}
