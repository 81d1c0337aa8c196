import { onTestFinished } from 'vitest';
import type { CommandUpdate, Outcome, Submission } from '../../domain/contract/commands.ts';
import {
  type Procedure,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
  procedures,
} from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import {
  type ConsoleEngine,
  createConsoleEngine,
  createReader,
  type EngineOptions,
  type Reader,
} from '../boot/compose.ts';
import { tempFolder } from './temp-folder.ts';

export const TEST_ACTOR = 'user:grace';

/** A console without a window: an engine on a folder, its reader, and what it pushed. Closes with the test. */
export interface TestConsole {
  readonly folder: string;
  readonly engine: ConsoleEngine;
  readonly pushes: readonly Push[];
  readonly updatesOf: (commandId: string) => readonly CommandUpdate['stage'][];
  readonly submit: (submission: Submission) => Promise<Outcome>;
  /** As one group: the engine finds all of them waiting. */
  readonly submitAll: (submissions: readonly Submission[]) => Promise<Outcome[]>;
  /** Any procedure, through its input schema. A query is answered once the views are at the head of the log. */
  readonly ask: <N extends ProcedureName>(
    name: N,
    ...input: Record<string, never> extends ProcedureInput<N> ? [ProcedureInput<N>?] : [ProcedureInput<N>]
  ) => Promise<ProcedureOutput<N>>;
  readonly close: () => Promise<void>;
}

/** `defaultActor: null`: nobody has said who works here. */
export type TestConsoleOptions = Partial<Omit<EngineOptions, 'onPush' | 'defaultActor'>> & {
  readonly defaultActor?: string | null;
};

export function openTestConsole(options: TestConsoleOptions = {}): TestConsole {
  const { dataFolder = tempFolder(), defaultActor = TEST_ACTOR, ...rest } = options;
  const pushes: Push[] = [];
  const engine = createConsoleEngine({
    runtime: 'test',
    productVersion: '0.0.0',
    ...rest,
    ...(defaultActor === null ? {} : { defaultActor }),
    dataFolder,
    onPush: (push) => pushes.push(push),
  });
  const reader = createReader({ dataFolder });
  let closing: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    await reader.close();
    await engine.close();
  };
  const close = (): Promise<void> => {
    closing ??= end();
    return closing;
  };
  if (options.dataFolder === undefined) onTestFinished(close);

  const ask = askThrough(engine, reader);
  const submit = (submission: Submission): Promise<Outcome> =>
    ask('commands.submit', { follow: true, ...submission }) as never;
  return {
    folder: dataFolder,
    engine,
    pushes,
    updatesOf: (commandId) => stagesOf(pushes, commandId),
    submit,
    submitAll: (submissions) => Promise.all(submissions.map(submit)),
    ask: ask as TestConsole['ask'],
    close,
  };
}

function askThrough(engine: ConsoleEngine, reader: Reader) {
  return async (name: ProcedureName, input?: unknown): Promise<unknown> => {
    const procedure: Procedure = procedures[name];
    const parsed = procedure.input.parse(input ?? {});
    if (procedure.kind !== 'query') return engine.call(name, parsed);
    engine.engine.catchUp();
    return reader.call(name, parsed);
  };
}

function stagesOf(pushes: readonly Push[], commandId: string): CommandUpdate['stage'][] {
  return pushes.flatMap((push) =>
    push.name === 'command.update' && push.payload.commandId === commandId ? [push.payload.stage] : [],
  );
}

/** Every row of a paged query, with the number of rows on each page. */
export async function allPages<Row>(
  page: (
    after: string | undefined,
  ) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<{ readonly rows: readonly Row[]; readonly sizes: readonly number[] }> {
  const rows: Row[] = [];
  const sizes: number[] = [];
  for (let after: string | undefined; ; ) {
    const { rows: found, next } = await page(after);
    rows.push(...found);
    sizes.push(found.length);
    if (next === null) return { rows, sizes };
    after = next;
  }
}
