import type { Msg } from 'nats.ws';
import type { Acknowledgement } from '../broker.ts';

const NO_RESPONDERS = 503;

interface AckText {
  readonly seq?: number;
  readonly duplicate?: boolean;
  readonly error?: { readonly err_code?: number; readonly code?: number; readonly description?: string };
}

function reasonOf({
  err_code,
  code = 0,
  description = 'no reason was given',
}: NonNullable<AckText['error']>) {
  return { code: err_code ?? code, description };
}

/** Throws where it is none: anybody who may publish to the inbox may write anything into it. */
export function acknowledgement(token: number, message: Msg): Acknowledgement {
  if (message.headers?.code === NO_RESPONDERS) {
    return { ok: false, token, code: NO_RESPONDERS, description: 'JetStream does not answer' };
  }
  const { seq, duplicate, error } = message.json<AckText>();
  if (error !== undefined || seq === undefined) return { ok: false, token, ...reasonOf(error ?? {}) };
  return { ok: true, token, sequence: seq, duplicate: duplicate === true };
}
