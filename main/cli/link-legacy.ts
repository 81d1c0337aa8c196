import { failure } from '../../domain/contract/errors.ts';
import type { LegacyStatus } from '../../domain/contract/legacy.ts';
import { answerOf } from './ask.ts';
import { checkLinkOptions, connectionIn, permissionsIn, type Takes } from './connection-arguments.ts';
import { counted } from './counted.ts';
import { connectionNamed } from './named-connection.ts';
import { EXIT, type ExitCode } from './output.ts';
import type { VerbContext } from './verb.ts';

const LOOK_MS = 1000;

const STATES: Readonly<Record<LegacyStatus['state'], string>> = {
  off: 'Off',
  waiting: 'Waiting for the link',
  connecting: 'Connecting',
  standby: 'On another console',
  reading: 'Reading',
  live: 'Live',
};

/** How the bridge is in one line, for people. */
export function legacyWords({ state, error, behind, perSecond, secondsLeft, counts }: LegacyStatus): string {
  const parts = [
    state === 'reading' && behind !== null
      ? `${STATES[state]}, ${counted(behind, 'message')} left`
      : STATES[state],
    ...(perSecond === null ? [] : [`${perSecond} a second`]),
    ...(secondsLeft === null ? [] : [`${counted(secondsLeft, 'second')} to go`]),
    `${counted(counts.events, 'event')} taken in, ${counts.odd} not`,
  ];
  return `${parts.join(', ')}${error === null ? '' : `. ${error.message}`}`;
}

/** Says how far it is while it goes on. */
async function readThrough(context: VerbContext): Promise<LegacyStatus> {
  const session = await context.session();
  const timer = setInterval(() => {
    void answerOf<LegacyStatus>(session, 'legacy.status', {}).then(
      (now) => context.output.words(legacyWords(now)),
      () => undefined,
    );
  }, LOOK_MS);
  try {
    return await answerOf<LegacyStatus>(session, 'legacy.readThrough', {
      connection: connectionIn(context.arguments),
      connectionId: (await connectionNamed(session, context.arguments))?.id ?? null,
      allow: permissionsIn(context.arguments),
    });
  } finally {
    clearInterval(timer);
  }
}

interface Action {
  readonly takes: Takes;
  readonly run: (context: VerbContext) => Promise<LegacyStatus>;
}

function asking(procedure: 'legacy.status' | 'legacy.on' | 'legacy.off'): Action {
  const run = async (context: VerbContext) => answerOf<LegacyStatus>(await context.session(), procedure, {});
  return { takes: 'nothing', run };
}

const actions: ReadonlyMap<string, Action> = new Map([
  ['status', asking('legacy.status')],
  ['on', asking('legacy.on')],
  ['off', asking('legacy.off')],
  ['read', { takes: 'way-and-permissions', run: readThrough }],
]);

export async function legacy(context: VerbContext): Promise<ExitCode> {
  const [, name = ''] = context.arguments.positionals;
  const action = actions.get(name);
  if (action === undefined) {
    const usage =
      'Use it like this: link legacy on|off|status --data DIR, or link legacy read --data DIR [--connection NAME] [--nats URL …]';
    throw failure('wrong-use', 'arguments-invalid', usage);
  }
  checkLinkOptions(`link legacy ${name}`, context.arguments, action.takes);
  const now = await action.run(context);
  await context.output.json(now);
  context.output.words(legacyWords(now));
  return EXIT.done;
}
