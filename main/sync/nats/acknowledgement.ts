import type { Msg } from 'nats.ws';
import { isJsonObject, type JsonObject } from '../../../domain/person/fields/json.ts';
import type { Acknowledgement } from '../broker.ts';

const NO_RESPONDERS = 503;

function bodyOf(message: Msg): JsonObject | null {
  try {
    const body: unknown = message.json();
    return isJsonObject(body) ? body : null;
  } catch {
    return null;
  }
}

function refusalIn(error: unknown): { readonly code: number; readonly description: string } {
  const said = isJsonObject(error) ? error : {};
  const code = [said['err_code'], said['code']].find((each) => typeof each === 'number') ?? 0;
  const description = said['description'];
  return { code, description: typeof description === 'string' ? description : 'no reason was given' };
}

/** Null where it is none: anybody who may publish to the inbox may write anything into it. */
export function acknowledgement(token: number, message: Msg): Acknowledgement | null {
  if (message.headers?.code === NO_RESPONDERS) {
    return { ok: false, token, code: NO_RESPONDERS, description: 'JetStream does not answer' };
  }
  const body = bodyOf(message);
  if (body === null) return null;
  const { seq, duplicate, error } = body;
  if (error === undefined && Number.isSafeInteger(seq))
    return { ok: true, token, sequence: Number(seq), duplicate: duplicate === true };
  return { ok: false, token, ...refusalIn(error) };
}
