import type { Connections } from '../../../domain/contract/connection-procedures.ts';
import type { ConnectionTest } from '../../../domain/contract/connection-test.ts';
import type { LinkStatus } from '../../../domain/contract/link.ts';
import { failure } from '../../../domain/contract/errors.ts';
import type { CliArguments } from '../arguments.ts';
import { answerOf } from '../ask.ts';
import {
  checkLinkOptions,
  CONNECTION_USAGE,
  connectionIn,
  permissionsIn,
  type Takes,
} from '../connection-arguments.ts';
import { connectionNamed, wanted } from '../named-connection.ts';
import { counted } from '../counted.ts';
import { legacy } from '../link-legacy.ts';
import { linkWords } from '../link-words.ts';
import { withNextStep } from '../next-step.ts';
import { EXIT, type ExitCode } from '../output.ts';
import type { Session } from '../session-port.ts';
import type { Verb, VerbContext } from '../verb.ts';

const USAGE = `link status|sync|offline|online|test|connections|legacy --data DIR [--connection NAME] ${CONNECTION_USAGE} [--begin] [--join] [--fill]`;

async function synced(engine: Session, given: CliArguments): Promise<LinkStatus> {
  return answerOf<LinkStatus>(engine, 'link.sync', {
    connection: connectionIn(given),
    connectionId: (await connectionNamed(engine, given))?.id ?? null,
    allow: permissionsIn(given),
  });
}

async function sync(context: VerbContext): Promise<ExitCode> {
  const engine = await context.session();
  const before = await answerOf<LinkStatus>(engine, 'link.status', {});
  const after = await synced(engine, context.arguments);
  const count = (name: 'pushed' | 'pulled' | 'rebased' | 'dropped' | 'conflicts'): number =>
    after.counts[name] - before.counts[name];
  const summary = {
    pushed: count('pushed'),
    pulled: count('pulled'),
    rebased: count('rebased'),
    dropped: count('dropped'),
    conflicts: count('conflicts'),
    behind: after.behind ?? 0,
  };
  await context.output.json(summary);
  context.output.words(
    `${counted(summary.pushed, 'change')} sent, ${summary.pulled} taken in, ${counted(summary.conflicts, 'conflict')}`,
  );
  return EXIT.done;
}

async function tell(status: LinkStatus, { output }: VerbContext): Promise<ExitCode> {
  await output.json(status);
  output.words(linkWords(status));
  return EXIT.done;
}

async function online(context: VerbContext): Promise<ExitCode> {
  const engine = await context.session();
  return tell(await wanted(engine, context.arguments), context);
}

const MARKS = { good: 'ok', attention: '!', bad: 'FAILED' } as const;

async function test(context: VerbContext): Promise<ExitCode> {
  const engine = await context.session();
  const named = await connectionNamed(engine, context.arguments);
  const report =
    named === null
      ? await answerOf<ConnectionTest>(engine, 'connections.test-way', {
          connection: connectionIn(context.arguments),
        })
      : await answerOf<ConnectionTest>(engine, 'connections.test', { of: { id: named.id } });
  await context.output.json(report);
  for (const { outcome, words } of report.findings) context.output.words(`${MARKS[outcome]}: ${words}`);
  return report.outcome === 'bad' ? EXIT.refused : EXIT.done;
}

async function connections(context: VerbContext): Promise<ExitCode> {
  const found = await answerOf<Connections>(await context.session(), 'connections.list', {});
  await context.output.json(found);
  for (const { name, servers, inUse } of found.rows)
    context.output.words(`${name}: ${servers.join(', ')}${inUse ? ' (in use)' : ''}`);
  return EXIT.done;
}

interface Action {
  readonly takes: Takes;
  readonly run: (context: VerbContext) => Promise<ExitCode>;
}

function telling(procedure: 'link.status' | 'link.offline'): Action {
  const run = async (context: VerbContext) =>
    tell(await answerOf<LinkStatus>(await context.session(), procedure, {}), context);
  return { takes: 'nothing', run };
}

const actions: ReadonlyMap<string, Action> = new Map([
  ['status', telling('link.status')],
  ['offline', telling('link.offline')],
  ['connections', { takes: 'nothing', run: connections }],
  ['sync', { takes: 'way-and-permissions', run: sync }],
  ['online', { takes: 'way-and-permissions', run: online }],
  ['test', { takes: 'way', run: test }],
]);

/** Begins with a folder that is not there yet: where a server is named, and where nothing but the server is asked. */
const STARTS: ReadonlySet<string> = new Set(['sync', 'online', 'test', 'legacy read']);

export const link: Verb = {
  usage: USAGE,
  summary: 'Look at the link to other consoles, use it once, hold it down, or want it',
  help: [
    'status: how it is, what waits to go out, and what the server does not take, as JSON.',
    'sync: sends and takes in what there is at this moment; prints pushed, pulled, rebased, dropped, conflicts and behind as JSON.',
    'online: a console on this folder keeps the link up from now on, also after it is opened again. offline: it holds it down.',
    'legacy on|off|read|status: the bridge to the former system; read takes in its stream once, to the end, and prints what came of it.',
    'test: tries the connection beside the link and says step by step what is right and wrong. connections: those that there are.',
    '--connection NAME takes a connection of the folder. --nats URL names the server (several with commas), --ca FILE a private authority.',
    'Secrets are read from files that nobody else may read: --creds FILE, --user NAME with --password-file FILE, --token-file FILE or --nkey-file FILE.',
    '--begin agrees that this folder begins an installation on that server, --join that its own changes go to one that is there,',
    '--fill that a server that lost the log gets it again from here.',
  ],
  positionals: { least: 1, most: 2 },
  needsLog: ({ positionals }) => !STARTS.has(positionals.join(' ')),
  run: (context) => {
    const [name = '', more] = context.arguments.positionals;
    if (name === 'legacy') return withNextStep(() => legacy(context));
    const action = actions.get(name);
    if (action === undefined || more !== undefined)
      throw failure('wrong-use', 'arguments-invalid', `Use it like this: ${USAGE}`);
    checkLinkOptions(`link ${name}`, context.arguments, action.takes);
    return withNextStep(() => action.run(context));
  },
};
