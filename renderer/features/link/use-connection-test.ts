import { useEffect, useRef, useState } from 'react';
import type { ConnectionTest } from '../../../domain/contract/connection-test.ts';
import type { ConsoleError } from '../../../domain/contract/errors.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { asConsoleError } from '../../ui/error-words.ts';

export type TestState =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly test: ConnectionTest }
  | { readonly state: 'failed'; readonly error: ConsoleError };

const NONE: TestState = { state: 'none' };

/** One test at a time; one that is cancelled, or whose place is gone, says nothing any more. */
export function useConnectionTest() {
  const [shown, setShown] = useState<TestState>(NONE);
  const running = useRef<string | null>(null);
  const cancel = (): void => {
    const testId = running.current;
    running.current = null;
    if (testId !== null) void call('connections.cancel-test', { testId }).catch(() => undefined);
  };
  useEffect(() => cancel, []);
  const start = async (of: ProcedureInput<'connections.test'>['of']): Promise<void> => {
    cancel();
    const testId = crypto.randomUUID();
    running.current = testId;
    setShown({ state: 'running' });
    const end = await call('connections.test', { testId, of }).then(
      (test): TestState => ({ state: 'done', test }),
      (thrown: unknown): TestState => ({ state: 'failed', error: asConsoleError(thrown) }),
    );
    if (running.current !== testId) return;
    running.current = null;
    setShown(end);
  };
  const clear = (): void => {
    cancel();
    setShown(NONE);
  };
  return { shown, start, clear };
}
