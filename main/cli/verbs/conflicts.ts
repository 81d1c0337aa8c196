import type { ProcedureName, ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { type ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import { answerOf } from '../ask.ts';
import { counted } from '../counted.ts';
import { EXIT, type ExitCode, type Output } from '../output.ts';
import { readJson } from '../read-input.ts';
import type { Verb, VerbContext } from '../verb.ts';
import { printReply } from './answer.ts';

const USAGE = 'conflicts list|show|apply|drop|reopen [ID…] --data DIR [--reason TEXT]';

const PAGE = 1000;

function wrongUse(message: string): ConsoleFailure {
  return failure('wrong-use', 'arguments-invalid', message);
}

async function list(context: VerbContext): Promise<ExitCode> {
  if (context.arguments.positionals.length > 1)
    throw wrongUse('conflicts list takes no ids. One of them is shown by: conflicts show ID');
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

function idsIn({ arguments: { positionals } }: VerbContext): readonly string[] {
  const [, ...ids] = positionals;
  if (ids.length === 0) throw wrongUse(`Say which conflicts: ${USAGE}`);
  return ids;
}

/** Prints what came of one of them; why a change was not carried out is said in words as well. */
async function printOne(reply: Reply, output: Output): Promise<ExitCode> {
  const printed = await printReply(output, reply);
  if (!reply.ok) return printed;
  // What was answered to a question has no status; of a change, only an accepted one was carried out.
  const { status = 'accepted', message } = reply.value as Partial<Outcome>;
  if (status === 'accepted') return EXIT.done;
  if (message !== undefined) output.words(message);
  return EXIT.refused;
}

/** One after the other; goes on where one is refused, and says so by its exit code. Where nobody answers, none is. */
async function each(context: VerbContext, name: ProcedureName, more: object): Promise<ExitCode> {
  const ids = idsIn(context);
  const engine = await context.session();
  const codes: ExitCode[] = [];
  for (const conflictId of ids) {
    codes.push(await printOne(await engine.call(name, { conflictId, ...more }), context.output));
    if (codes.at(-1) === EXIT.held) return EXIT.held;
  }
  return codes.find((code) => code !== EXIT.done) ?? EXIT.done;
}

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** What is on standard input is the data of one change: carried out for several, it would close conflicts about others. */
async function apply(context: VerbContext): Promise<ExitCode> {
  const ids = idsIn(context);
  const data = await readJson(context.input, context.interruption());
  if (!isObject(data))
    throw failure(
      'wrong-use',
      'input-invalid',
      'The data of a change are an object: {"field": …}. Mend it and send it again.',
    );
  if (Object.keys(data).length === 0) return each(context, 'conflicts.apply', {});
  if (ids.length > 1) throw wrongUse('Data on standard input are for one conflict. Apply them one by one.');
  return each(context, 'conflicts.apply', { data });
}

function drop(context: VerbContext): Promise<ExitCode> {
  const { reason } = context.arguments;
  if (reason === null) throw wrongUse('Say why: --reason TEXT');
  return each(context, 'conflicts.drop', { reason });
}

const actions: ReadonlyMap<string, (context: VerbContext) => Promise<ExitCode>> = new Map([
  ['list', list],
  ['show', (context) => each(context, 'conflicts.get', {})],
  ['apply', apply],
  ['drop', drop],
  ['reopen', (context) => each(context, 'conflicts.reopen', {})],
]);

export const conflicts: Verb = {
  usage: USAGE,
  summary: 'Decide what could not be joined with what others had changed',
  help: [
    'list: the conflicts that are to be decided, one line of JSON each. show ID: one of them, with base, theirs and mine by field.',
    'apply ID: carries the change out again, as it was, or with the data on standard input (of one conflict). drop ID --reason TEXT: decides against it.',
    'reopen ID: takes a dropped one up again. Several ids are taken one after the other.',
  ],
  positionals: { least: 1, most: 1000 },
  needsLog: true,
  run: (context) => {
    const { positionals, reason } = context.arguments;
    const name = String(positionals[0]);
    const action = actions.get(name);
    if (action === undefined) throw wrongUse(`Use it like this: ${USAGE}`);
    if (reason !== null && name !== 'drop')
      throw wrongUse(`conflicts ${name} has no use for --reason. Leave it out.`);
    return action(context);
  },
};
