import type { Reply } from '../../domain/contract/bridge.ts';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import {
  type FieldIssue,
  fieldIssues,
  isProcedureName,
  type ProcedureKind,
  type ProcedureName,
  plainWords,
  procedures,
} from '../../domain/contract/procedures.ts';
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

const inWords = { error: plainWords };
const shownIssues = 20;
const shownLength = 300;

function refusal(code: string, message: string, details?: Record<string, unknown>): Reply {
  const error: ConsoleError = {
    code,
    kind: 'wrong-use',
    message,
    ...(details === undefined ? {} : { details }),
  };
  return { ok: false, error };
}

/** What was wrong can be as long as what was sent: it is repeated in it. */
function cut(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength)} …`;
}

function refuseInput(name: ProcedureName, issues: readonly FieldIssue[]): Reply {
  const shown = issues
    .slice(0, shownIssues)
    .map(({ path, message }) => ({ path: cut(path), message: cut(message) }));
  const first = shown[0];
  const where = first === undefined ? '' : ` ${first.path === '' ? 'input' : first.path}: ${first.message}.`;
  const message = `The input does not fit ${name}.${where} Mend it and send it again; the catalogue lists its fields.`;
  return refusal('input-invalid', message, { issues: shown, count: issues.length });
}

function refuseName(name: unknown): Reply {
  const called = typeof name === 'string' ? JSON.stringify(cut(name)) : 'without a name';
  return refusal('procedure-unknown', `There is no procedure ${called}. The catalogue lists them.`);
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
  if (!isKnown(name)) return refuseName(name);
  const fault = findPayloadFault(request.input);
  if (fault !== null) return { ok: false, error: fault };
  const { kind, input: schema } = procedures[name];
  const parsed = schema.safeParse(request.input, inWords);
  if (!parsed.success) return refuseInput(name, fieldIssues(parsed.error));
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
