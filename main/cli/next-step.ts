import { type ConsoleError, ConsoleFailure } from '../../domain/contract/errors.ts';
import { PERMISSION_FOR } from '../../domain/contract/link.ts';

/** Which options hold the secret that a window has in the keyring. */
const OPTIONS_FOR: Readonly<Record<string, string>> = {
  password: '--user NAME --password-file FILE',
  token: '--token-file FILE',
  seed: '--nkey-file FILE',
  credentials: '--creds FILE',
};

function stepFor({ code, details }: ConsoleError): string | null {
  const permission = PERMISSION_FOR.get(code);
  if (permission !== undefined) return `You agree by --${permission}.`;
  if (code === 'link-not-set') return 'That is --nats URL, or --connection NAME for one that is there.';
  if (code !== 'secret-missing') return null;
  const options = OPTIONS_FOR[String(details?.['secret'])] ?? '--creds FILE';
  return `Only a window reaches the keyring: open the console on this folder, or name the server and the file by --nats URL ${options}.`;
}

/** What went wrong, and how the command line does what is to be done next. */
export function wordsFor(error: ConsoleError): string {
  const step = stepFor(error);
  return step === null ? error.message : `${error.message} ${step}`;
}

/** Who has to decide something, or to name it, is told by which option. */
export async function withNextStep<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof ConsoleFailure)) throw thrown;
    throw new ConsoleFailure({ ...thrown.error, message: wordsFor(thrown.error) }, { cause: thrown });
  }
}
