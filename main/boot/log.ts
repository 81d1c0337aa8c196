import type { Report } from '../ipc/console-error.ts';

export interface LogSink {
  readonly write: (line: string) => unknown;
}

/** JSON lines for whoever runs the console: what went wrong inside, with the stack that people do not get to see. */
export function createReport(sink: LogSink, now: () => Date): Report {
  return (where, thrown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const cause = error.cause instanceof Error ? { cause: error.cause.message } : {};
    const line = { time: now().toISOString(), level: 'error', where, message: error.message, ...cause };
    sink.write(`${JSON.stringify({ ...line, stack: error.stack })}\n`);
  };
}
