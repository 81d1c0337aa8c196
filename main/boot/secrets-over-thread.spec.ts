import { describe, expect, it } from 'vitest';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { Secrets } from '../../domain/ports/secrets.ts';
import { memorySecrets } from '../sync/memory-secrets.ts';
import { answerSecrets, secretsOverThread } from './secrets-over-thread.ts';

/** The engine's side of these secrets; what goes over is copied as between threads. */
function acrossThreads(secrets: Secrets) {
  const reported: string[] = [];
  const answer = answerSecrets(secrets, (where) => reported.push(where));
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const reply = structuredClone(await answer(name, structuredClone(input)));
    if (!reply.ok) throw new ConsoleFailure(reply.error);
    return reply.value;
  };
  return { ask, reported, far: secretsOverThread(ask) };
}

const failing = (thrown: Error): Secrets => {
  const fails = (): never => {
    throw thrown;
  };
  return { read: fails, keep: fails, forget: fails, where: fails };
};

describe('secrets of the main process, from the engine’s thread', () => {
  it('are kept, read, told of and forgotten as if they were here', async () => {
    const near = memorySecrets();
    const { far } = acrossThreads(near);
    await far.keep('office', 'hunter2');
    expect(await near.read('office')).toBe('hunter2');
    expect(await far.read('office')).toBe('hunter2');
    expect(await far.where()).toEqual({ home: 'memory', kept: { office: 'memory' } });
    await far.forget('office');
    expect(await far.read('office')).toBeNull();
    expect(await near.read('office')).toBeNull();
  });

  it('say why where they cannot be had, as it was said there', async () => {
    const full = failure('retryable', 'disk-full', 'The disk is full.');
    const { far, reported } = acrossThreads(failing(full));
    await expect(far.keep('office', 'hunter2')).rejects.toMatchObject({ error: { code: 'disk-full' } });
    expect(reported).toEqual([]);
  });

  it('say nothing of what only a program can mend: it is reported, and no secret with it', async () => {
    const { far, reported } = acrossThreads(failing(new Error('Keyring: no reply to hunter2')));
    const kept = far.keep('office', 'hunter2');
    await expect(kept).rejects.toMatchObject({ error: { code: 'internal', kind: 'bug' } });
    await expect(kept).rejects.not.toThrow('hunter2');
    expect(reported).toEqual(['secrets:keep']);
  });

  it('answer nothing else', async () => {
    const { ask, reported } = acrossThreads(memorySecrets());
    await expect(ask('secrets:all', {})).rejects.toMatchObject({
      error: { code: 'procedure-not-served', kind: 'bug' },
    });
    expect(reported).toEqual(['secrets:all']);
  });
});
