import type { Bridge } from '../../domain/contract/bridge.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { ImportFile } from '../../domain/contract/import.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';

declare global {
  interface Window {
    readonly personConsole?: Bridge;
  }
}

function bridge(): Bridge {
  const found = window.personConsole;
  if (found !== undefined) return found;
  throw failure(
    'bug',
    'bridge-missing',
    'This window is not connected to the console. Close it and start again.',
  );
}

/** Calls a procedure. Whatever goes wrong arrives as a `ConsoleFailure`. */
export async function call<N extends ProcedureName>(
  name: N,
  input: ProcedureInput<N>,
): Promise<ProcedureOutput<N>> {
  const reply = await bridge().invoke(name, input);
  // Both sides are built from the same contract, and only our own main process can answer.
  if (reply.ok) return reply.value as ProcedureOutput<N>;
  throw new ConsoleFailure(reply.error);
}

/** Opens a file that was dropped on the window; where it lies only the main process learns. */
export async function openDropped(file: File): Promise<ImportFile> {
  const reply = await bridge().openDropped(file);
  if (reply.ok) return reply.value as ImportFile;
  throw new ConsoleFailure(reply.error);
}

/** Answers a function that ends the subscription. */
export function onPush(listener: (push: Push) => void): () => void {
  return bridge().subscribe(listener);
}
