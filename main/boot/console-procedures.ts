import { failure } from '../../domain/contract/errors.ts';
import type { FileOrder } from '../../domain/contract/jobs.ts';
import type { ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { EngineHost } from './engine-host.ts';

export interface FileSuggestion {
  readonly title: string;
  /** A file's name without a folder. */
  readonly name: string;
}

/** Null where the operator chooses none. */
export type ChooseFile = (suggestion: FileSuggestion) => Promise<string | null>;

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
  }
}

/** Answers the procedures of kind `console`: those that must work while the engine does not, and those that ask the operator. */
export function consoleProcedures(
  host: Pick<EngineHost, 'status' | 'restart' | 'jobs'>,
  chooseFile: ChooseFile,
): (name: ProcedureName, input: unknown) => unknown {
  const save = async (order: FileOrder): Promise<ProcedureOutput<'jobs.save'>> => {
    const file = await chooseFile(suggestionFor(order, new Date()));
    if (file === null) return { job: null };
    return { job: (await host.jobs('jobs.write', { ...order, file })) as ProcedureOutput<'jobs.write'> };
  };
  const answers: Partial<Record<ProcedureName, (input: never) => unknown>> = {
    'engine.status': () => host.status(),
    'engine.restart': () => host.restart(),
    'jobs.save': save,
  };
  return (name, input) => {
    const answer = answers[name];
    if (answer === undefined) throw failure('bug', 'procedure-not-served', `Nothing here answers ${name}.`);
    return answer(input as never);
  };
}
