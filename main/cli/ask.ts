import { ConsoleFailure } from '../../domain/contract/errors.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { Session } from './session-port.ts';

/** What a procedure answers. Throws its error. */
export async function answerOf<T>(engine: Session, procedure: ProcedureName, input: unknown): Promise<T> {
  const reply = await engine.call(procedure, input);
  if (reply.ok) return reply.value as T;
  throw new ConsoleFailure(reply.error);
}
