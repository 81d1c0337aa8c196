import type { Reply } from '../../domain/contract/bridge.ts';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import {
  isProcedureName,
  type ProcedureKind,
  type ProcedureName,
  procedures,
} from '../../domain/contract/procedures.ts';
import { plainWords } from '../../domain/contract/forms.ts';
import { internalError, type Report, replyOf } from './console-error.ts';
import { findPayloadFault } from './plain-data.ts';

/** One message from outside; nothing in it has been checked, except whether it came from our own page. */
export interface Request {
  readonly trusted: boolean;
  readonly procedure: unknown;
  readonly input: unknown;
}

/** Who answers each kind of procedure. Input has passed the procedure's schema. May throw a ConsoleFailure. */
export type Targets = Readonly<Record<ProcedureKind, (name: ProcedureName, input: unknown) => unknown>>;

export type Router = (request: Request) => Promise<Reply>;

const shownIssues = 20;

function refusal(code: string, message: string, details?: Record<string, unknown>): Reply {
  const error: ConsoleError = {
    code,
    kind: 'wrong-use',
    message,
    ...(details === undefined ? {} : { details }),
  };
  return { ok: false, error };
}

function refuseInput(
  name: ProcedureName,
  issues: readonly { path: PropertyKey[]; message: string }[],
): Reply {
  const shown = issues
    .slice(0, shownIssues)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message.slice(0, 300) }));
  const first = shown[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return refusal(
    'input-invalid',
    `The input of ${name} is not valid: ${where}${first?.message ?? 'unknown'}`,
    {
      issues: shown,
      count: issues.length,
    },
  );
}

const MOST_QUOTED = 60;

function quoted(name: unknown): string {
  return typeof name === 'string' ? JSON.stringify(name.slice(0, MOST_QUOTED)) : 'of this name';
}

interface RouterOptions {
  readonly targets: Targets;
  readonly report: Report;
  readonly isKnown: (name: unknown) => name is ProcedureName;
}

async function answer(request: Request, { targets, report, isKnown }: RouterOptions): Promise<Reply> {
  if (!request.trusted)
    return refusal('sender-refused', 'Only the console window itself may call procedures.');
  const name = request.procedure;
  if (!isKnown(name))
    return refusal(
      'procedure-unknown',
      `There is no procedure ${quoted(name)}. docs/catalogue.md lists those that there are.`,
    );
  const fault = findPayloadFault(request.input);
  if (fault !== null) return { ok: false, error: fault };
  const { kind, input: schema } = procedures[name];
  const parsed = schema.safeParse(request.input, { error: plainWords });
  if (!parsed.success) return refuseInput(name, parsed.error.issues);
  return replyOf(
    () => targets[kind](name, parsed.data),
    (thrown) => report(name, thrown),
  );
}

/**
 * Sender, name, size, schema, then dispatch: in this order, so that nothing unchecked is looked at further than
 * needed. Always answers a Reply; never throws, whatever comes in. `isKnown`: the procedures that those who call may call.
 */
export function createRouter(
  targets: Targets,
  report: Report,
  isKnown: (name: unknown) => name is ProcedureName = isProcedureName,
): Router {
  return async (request) => {
    try {
      return await answer(request, { targets, report, isKnown });
    } catch (thrown) {
      report('router', thrown);
      return { ok: false, error: internalError };
    }
  };
}
