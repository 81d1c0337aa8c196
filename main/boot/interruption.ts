/** A terminal's Ctrl+C reaches us twice, directly and from the program that started us; it means one. */
const SAME_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type Interrupted = Pick<NodeJS.Process, 'on' | 'off' | 'kill' | 'pid'>;

/** The first signal asks to finish, another one ends the program at once. */
export function interruption(program: Interrupted): AbortSignal {
  const controller = new AbortController();
  let first: number | null = null;
  const ask = (signal: NodeJS.Signals): void => {
    first ??= performance.now();
    if (performance.now() - first < SAME_MS) return controller.abort();
    for (const each of SIGNALS) program.off(each, ask);
    program.kill(program.pid, signal);
  };
  for (const signal of SIGNALS) program.on(signal, ask);
  return controller.signal;
}
