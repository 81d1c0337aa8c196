import { failure } from '../../domain/contract/errors.ts';
import type { LegacyStatus } from '../../domain/contract/legacy.ts';
import { answerOf } from './ask.ts';
import { connectionIn, permissionsIn } from './connection-arguments.ts';
import { counted } from './counted.ts';
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

async function status(context: VerbContext): Promise<LegacyStatus> {
  return answerOf<LegacyStatus>(await context.session(), 'legacy.status', {});
}

/** Says how far it is while it goes on. */
async function readThrough(context: VerbContext): Promise<LegacyStatus> {
  const session = await context.session();
  const timer = setInterval(() => {
    void status(context).then(
      (now) => context.output.words(legacyWords(now)),
      () => undefined,
    );
  }, LOOK_MS);
  try {
    return await answerOf<LegacyStatus>(session, 'legacy.readThrough', {
      connection: connectionIn(context.arguments),
      allow: permissionsIn(context.arguments),
    });
  } finally {
    clearInterval(timer);
  }
}

const actions: Readonly<Record<string, (context: VerbContext) => Promise<LegacyStatus>>> = {
  status,
  on: async (context) => answerOf<LegacyStatus>(await context.session(), 'legacy.on', {}),
  off: async (context) => answerOf<LegacyStatus>(await context.session(), 'legacy.off', {}),
  read: readThrough,
};

export async function legacy(context: VerbContext): Promise<ExitCode> {
  const [, name = ''] = context.arguments.positionals;
  const action = actions[name];
  if (action === undefined) {
    const usage =
      'Use it like this: link legacy on|off|read|status --data DIR [--nats URL] [--creds FILE] [--ca FILE]';
    throw failure('wrong-use', 'arguments-invalid', usage);
  }
  const now = await action(context);
  await context.output.json(now);
  context.output.words(legacyWords(now));
  return EXIT.done;
}
