import { useCallback, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { Outcome } from '../../domain/contract/commands.ts';
import { type ConsoleError, ConsoleFailure } from '../../domain/contract/errors.ts';
import { call } from './client.ts';
import { useCommandProgress } from './command-progress.ts';
import { submitSurely } from './submit-surely.ts';

export interface CommandToSend {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Version that the form was opened on; absent where there is none yet. */
  readonly expectedVersion?: number | undefined;
}

export type CommandState =
  | { readonly step: 'idle' }
  /** `again`: the engine ended before it answered. */
  | { readonly step: 'sending'; readonly commandId: string; readonly again?: true }
  | { readonly step: 'done'; readonly commandId: string; readonly outcome: Outcome }
  | { readonly step: 'failed'; readonly commandId: string; readonly error: ConsoleError };

export interface CommandHandle {
  readonly state: CommandState;
  readonly send: (command: CommandToSend) => Promise<Outcome | null>;
  readonly reset: () => void;
}

/** Has a command carried out. Asked again with the same one after a failure, it must happen once. */
export type Submit = (command: CommandToSend, commandId: string) => Promise<Outcome>;

const submitIt: Submit = (command, commandId) => call('commands.submit', submission(command, commandId));

function failureOf(thrown: unknown): ConsoleError {
  if (thrown instanceof ConsoleFailure) return thrown.error;
  return { code: 'window-fault', kind: 'bug', message: String(thrown) };
}

function submission(command: CommandToSend, commandId: string) {
  const { type, data, expectedVersion } = command;
  return {
    type,
    data: { ...data },
    commandId,
    follow: true,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/**
 * Sends commands, one at a time. The same command sent again after a failure, by itself or by the operator, keeps its
 * id: whether or not the first attempt got through, it happens once.
 */
export function useCommand(submit: Submit = submitIt): CommandHandle {
  const [state, setState] = useState<CommandState>({ step: 'idle' });
  const asked = useRef(submit);
  const last = useRef<{ readonly text: string; readonly commandId: string } | null>(null);
  const send = useCallback(async (command: CommandToSend) => {
    const text = JSON.stringify(command);
    const commandId = last.current?.text === text ? last.current.commandId : v7();
    last.current = { text, commandId };
    setState({ step: 'sending', commandId });
    try {
      const outcome = await submitSurely(
        () => asked.current(command, commandId),
        () => setState({ step: 'sending', commandId, again: true }),
      );
      if (outcome.status === 'accepted')
        useCommandProgress.getState().receive({ commandId: outcome.commandId, stage: 'committed' });
      else last.current = null;
      setState({ step: 'done', commandId, outcome });
      return outcome;
    } catch (thrown) {
      setState({ step: 'failed', commandId, error: failureOf(thrown) });
      return null;
    }
  }, []);
  const reset = useCallback(() => setState({ step: 'idle' }), []);
  return { state, send, reset };
}
