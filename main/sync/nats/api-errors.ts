import { NatsError } from 'nats.ws';

export const STREAM_NOT_FOUND = 10059;

function apiCode(error: unknown): number | null {
  return error instanceof NatsError ? (error.api_error?.err_code ?? null) : null;
}

/** Null where JetStream answers with this code. */
export async function unless<T>(code: number, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (apiCode(error) === code) return null;
    throw error;
  }
}
