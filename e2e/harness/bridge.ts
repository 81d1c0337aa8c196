import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge, Reply } from '../../domain/contract/bridge.ts';
import type { Outcome } from '../../domain/contract/commands.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';

declare global {
  interface Window {
    readonly personConsole: Bridge;
  }
}

/** Calls a procedure from the page, as the renderer does; whatever is handed in goes over as it is. */
export function invokeRaw(page: Page, procedure: unknown, input: unknown): Promise<Reply> {
  return page.evaluate(([name, value]) => window.personConsole.invoke(name as string, value), [
    procedure,
    input,
  ] as const);
}

/** Calls a procedure that must succeed. */
export async function invoke<N extends ProcedureName>(
  page: Page,
  procedure: N,
  input: ProcedureInput<N>,
): Promise<ProcedureOutput<N>> {
  const reply = await invokeRaw(page, procedure, input);
  if (!reply.ok) throw new Error(`${procedure}: ${reply.error.code}: ${reply.error.message}`);
  return reply.value as ProcedureOutput<N>;
}

/** Submits a command that must be accepted. */
export async function submit(page: Page, type: string, data: Record<string, unknown>): Promise<Outcome> {
  const outcome = await invoke(page, 'commands.submit', { type, data });
  if (outcome.status !== 'accepted')
    throw new Error(`${type}: ${outcome.code ?? ''}: ${outcome.message ?? ''}`);
  return outcome;
}

type Thread = 'engine' | 'reader' | 'jobs';

/** Ends a thread of the main process as a crash would. The hook is there only under test, from source. */
export function terminateThread(app: ElectronApplication, thread: Thread): Promise<void> {
  return app.evaluate(async (_electron, name) => {
    type Threads = Record<string, { readonly terminate: () => Promise<unknown> } | undefined>;
    const threads = (globalThis as unknown as { readonly personConsoleThreads?: Threads })
      .personConsoleThreads;
    await threads?.[name]?.terminate();
  }, thread);
}
