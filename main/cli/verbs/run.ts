import type { LinkStatus } from '../../../domain/contract/link.ts';
import { failure } from '../../../domain/contract/errors.ts';
import { answerOf } from '../ask.ts';
import { checkLinkOptions, CONNECTION_USAGE } from '../connection-arguments.ts';
import { linkWords } from '../link-words.ts';
import { wanted } from '../named-connection.ts';
import { withNextStep } from '../next-step.ts';
import { EXIT } from '../output.ts';
import type { Session } from '../session-port.ts';
import type { Verb } from '../verb.ts';

const USAGE = `run --data DIR [--connection NAME] ${CONNECTION_USAGE} [--begin] [--join] [--fill]`;
const LOOK_MS = 1000;

/** It listens no longer than it waits: an engine runs for months, and looks every second. */
function pause(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, LOOK_MS);
    stop.addEventListener('abort', end);
  });
}

/** Says every change of the link's state, until it is asked to end; the last one, too. */
async function tellStates(engine: Session, words: (line: string) => void, stop: AbortSignal): Promise<void> {
  let told = '';
  for (;;) {
    const status = await answerOf<LinkStatus>(engine, 'link.status', {});
    const now = `${status.state} ${status.error?.code ?? ''}`;
    if (now !== told) words(linkWords(status));
    told = now;
    if (stop.aborted) return;
    await pause(stop);
  }
}

export const run: Verb = {
  usage: USAGE,
  summary: 'Work as an engine without a window, until SIGTERM',
  help: [
    'Keeps the link to other consoles up, and answers the command line on the same folder over its socket.',
    'On SIGTERM or SIGINT it finishes what is in flight and ends with exit code 0. docs/sync.md has a unit for systemd.',
    'The options are those of `link online`; without --nats the connection that the folder has is used.',
  ],
  positionals: 0,
  run: async ({ arguments: given, session, output, interruption }) => {
    checkLinkOptions('run', given, 'way-and-permissions');
    const stop = interruption();
    const engine = await session();
    if (engine.kind !== 'own') {
      const message =
        'A console is open on this folder already; it keeps the link itself. Close it first, or tell it what it is to do by `link online`.';
      throw failure('rejected', 'data-folder-served', message);
    }
    await withNextStep(() => wanted(engine, given));
    await tellStates(engine, output.words, stop);
    return EXIT.done;
  },
};
