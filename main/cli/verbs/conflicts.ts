import type { ProcedureName, ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { failure } from '../../../domain/contract/errors.ts';
import { answerOf } from '../ask.ts';
import { counted } from '../counted.ts';
import { EXIT, type ExitCode } from '../output.ts';
import { readJson } from '../read-input.ts';
import type { Verb, VerbContext } from '../verb.ts';
import { printReply } from './answer.ts';

const USAGE = 'conflicts list|show|apply|drop|reopen [ID…] --data DIR [--reason TEXT]';

const PAGE = 1000;

async function list(context: VerbContext): Promise<ExitCode> {
  const engine = await context.session();
  for (let after: string | undefined; ; ) {
    const input = { state: 'open', limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await answerOf<ProcedureOutput<'conflicts.list'>>(engine, 'conflicts.list', input);
    for (const row of page.rows) await context.output.json(row);
    if (page.next === null) {
      context.output.words(`${counted(page.counts.open, 'conflict')} to be decided`);
      return EXIT.done;
    }
    after = page.next;
  }
}

/** What was answered to a question has no status; of a change, only an accepted one was carried out. */
function isDone(reply: Reply): boolean {
  if (!reply.ok) return false;
  const { status = 'accepted' } = reply.value as { readonly status?: Outcome['status'] };
  return status === 'accepted';
}

/** One after the other; goes on where one is refused, and says so by its exit code. */
async function each(context: VerbContext, name: ProcedureName, more: object): Promise<ExitCode> {
  const [, ...ids] = context.arguments.positionals;
  if (ids.length === 0) throw failure('wrong-use', 'arguments-invalid', `Say which conflicts: ${USAGE}`);
  const engine = await context.session();
  let code: ExitCode = EXIT.done;
  for (const conflictId of ids) {
    const reply = await engine.call(name, { conflictId, ...more });
    const printed = await printReply(context.output, reply);
    if (printed !== EXIT.done || !isDone(reply)) code = EXIT.refused;
  }
  return code;
}

async function apply(context: VerbContext): Promise<ExitCode> {
  const data = await readJson(context.input, context.interruption());
  const isEdited = typeof data === 'object' && data !== null && Object.keys(data).length > 0;
  return each(context, 'conflicts.apply', isEdited ? { data } : {});
}

function drop(context: VerbContext): Promise<ExitCode> {
  const { reason } = context.arguments;
  if (reason === null) throw failure('wrong-use', 'arguments-invalid', 'Say why: --reason TEXT');
  return each(context, 'conflicts.drop', { reason });
}

const actions: Readonly<Record<string, (context: VerbContext) => Promise<ExitCode>>> = {
  list,
  show: (context) => each(context, 'conflicts.get', {}),
  apply,
  drop,
  reopen: (context) => each(context, 'conflicts.reopen', {}),
};

export const conflicts: Verb = {
  usage: USAGE,
  summary: 'Decide what could not be joined with what others had changed',
  help: [
    'list: the conflicts that are to be decided, one line of JSON each. show ID: one of them, with base, theirs and mine by field.',
    'apply ID: carries the change out again, as it was, or with the data on standard input. drop ID --reason TEXT: decides against it.',
    'reopen ID: takes a dropped one up again. Several ids are taken one after the other.',
  ],
  positionals: { least: 1, most: 1000 },
  needsLog: true,
  run: (context) => {
    const action = actions[context.arguments.positionals[0] ?? ''];
    if (action === undefined) throw failure('wrong-use', 'arguments-invalid', `Use it like this: ${USAGE}`);
    return action(context);
  },
};
