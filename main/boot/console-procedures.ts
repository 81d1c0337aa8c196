import { failure } from '../../domain/contract/errors.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { EngineHost } from './engine-host.ts';

/** Answers the procedures of kind `console`: those that must work while the engine does not. */
export function consoleProcedures(
  host: Pick<EngineHost, 'status' | 'restart'>,
): (name: ProcedureName, input: unknown) => unknown {
  const answers: Partial<Record<ProcedureName, () => unknown>> = {
    'engine.status': () => host.status(),
    'engine.restart': () => host.restart(),
  };
  return (name) => {
    const answer = answers[name];
    if (answer === undefined) throw failure('bug', 'procedure-not-served', `Nothing here answers ${name}.`);
    return answer();
  };
}
