import type { Refused } from './under-way.ts';

/** A message that is larger than the server takes from anybody; it is not sent, as the server would end the connection over it. */
export const TOO_LARGE = 413;

/** The server does not let this user publish it; the description is what is denied, such as `publish person.log.>`. */
export const FORBIDDEN = 403;

const WHAT_TO_DO: ReadonlyMap<number, string> = new Map([
  [TOO_LARGE, 'Raise max_payload on the server'],
  [503, 'See whether JetStream runs and has a leader for PERSON_LOG'],
  [10002, 'Raise the account’s limits for JetStream'],
  [10023, 'Give JetStream on the server more room'],
  [10047, 'Give JetStream on the server more room'],
  [10054, 'Raise max_msg_size of the stream PERSON_LOG'],
  [10077, 'Raise the limits of the stream PERSON_LOG'],
]);

/** What the server said, and what an administrator can do about it. */
function refusalWords(code: number, description: string): string {
  if (code === FORBIDDEN)
    return `This user may not ${description}. Allow it in the user’s permissions; it is tried again until then`;
  const toDo = WHAT_TO_DO.get(code);
  return toDo === undefined ? description : `${description}. ${toDo}; it is tried again until then`;
}

/** A log that is full refuses everything: so many say why. */
const MAX_SHOWN = 100;

export function shownRefusals(refused: Iterable<Refused>): readonly Refused[] {
  const shown = [...refused].slice(0, MAX_SHOWN);
  return shown.map(({ streamId, code, description }) => ({
    streamId,
    code,
    description: refusalWords(code, description),
  }));
}

/** What is denied of those; null: nothing is. */
export function deniedAmong(refused: Iterable<Refused>): string | null {
  for (const { code, description } of refused) if (code === FORBIDDEN) return description;
  return null;
}
