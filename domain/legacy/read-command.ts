/**
 * A command of the former system as one of ours. It stood alone (`{"UpdateName": {…}}`) or in an envelope with an identity
 * (`{"command": {…}, "identity": {message_id, correlation_id, causation_id}, "actor"}`).
 */
import { derivedId } from '../kernel/derived-id.ts';
import { uuidSchema } from '../kernel/ids.ts';
import { isJsonObject, type JsonObject, jsonObject } from '../person/fields/json.ts';
import { idOf, textOf } from '../person/upcasters/legacy-json.ts';
import { commandFor } from './command-words.ts';
import { parsedJson } from './parsed-json.ts';
import { type NotTaken, notTaken, uuidFor } from './read-event.ts';

/** Ready to be submitted. */
export interface FormerCommand {
  readonly type: string;
  readonly data: JsonObject;
  readonly commandId: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly actor: string;
}

export type ReadCommand = { readonly ok: true; readonly command: FormerCommand } | NotTaken;

/** Where a message stands: one without an id of its own is told from others by it. */
export interface Where {
  /** `Nats-Msg-Id`; null where the sender gave none. */
  readonly messageId: string | null;
  /** Of the stream that it is in, which may be made anew under the same name. */
  readonly stream: string;
  readonly sequence: number;
}

const UNNAMED_ACTOR = 'system:legacy';
const MAX_ACTOR = 300;
const dataSchema = jsonObject();

/** Never throws, whatever the text is. What its data may be, the command's own schema says. */
export function readCommand(text: string, where: Where): ReadCommand {
  try {
    return read(parsedJson(text), where);
  } catch {
    return notTaken('legacy-unreadable', 'It is nested too deeply');
  }
}

function read(message: unknown, where: Where): ReadCommand {
  const checked = dataSchema.safeParse(message);
  if (!checked.success) return notTaken('legacy-unreadable', checked.error.issues[0]?.message ?? 'No JSON');
  const envelope = checked.data;
  const opened = open(envelope);
  if (opened === null) {
    return notTaken('legacy-unreadable', 'It is in none of the forms that the former system wrote');
  }
  const [type, data] = opened;
  const command = commandFor(type, data);
  if (command === null) {
    return notTaken(
      'legacy-unknown',
      `${type.slice(0, 100)} is no command that is known here, or lacks a field`,
    );
  }
  return { ok: true, command: { ...command, ...identityOf(envelope, data, where) } };
}

/** An enum's variant: its name is the only key. */
function open(envelope: JsonObject): readonly [type: string, data: JsonObject] | null {
  const tagged = isJsonObject(envelope['command']) ? envelope['command'] : envelope;
  const [entry, ...more] = Object.entries(tagged);
  return entry !== undefined && more.length === 0 && isJsonObject(entry[1]) ? [entry[0], entry[1]] : null;
}

function identityOf(
  envelope: JsonObject,
  data: JsonObject,
  where: Where,
): Omit<FormerCommand, 'type' | 'data'> {
  const identity = isJsonObject(envelope['identity']) ? envelope['identity'] : envelope;
  const [correlation, causation] = [idOf(identity['correlation_id']), idOf(identity['causation_id'])];
  const actor = textOf(envelope['actor']) ?? textOf(data['actor']);
  return {
    commandId: commandIdOf(identity, data, where),
    ...(correlation === undefined ? {} : { correlationId: uuidFor('legacy-correlation', correlation) }),
    ...(causation === undefined ? {} : { causationId: uuidFor('legacy-cause', causation) }),
    actor: actor?.slice(0, MAX_ACTOR) ?? UNNAMED_ACTOR,
  };
}

/** Its own id, that of its message, or its place: what it says may be meant twice. */
function commandIdOf(identity: JsonObject, data: JsonObject, { messageId, stream, sequence }: Where): string {
  const own = idOf(identity['message_id']) ?? idOf(identity['command_id']) ?? idOf(data['command_id']);
  const id = own ?? messageId;
  if (id === null) return derivedId('legacy-command', stream, String(sequence));
  return uuidSchema.safeParse(id).success ? uuidFor('', id) : derivedId('legacy-command', id);
}
