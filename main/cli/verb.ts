import type { Report } from '../ipc/console-error.ts';
import type { ByteSource } from '../ipc/lines.ts';
import type { CliArguments } from './arguments.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session-port.ts';

export interface VerbContext {
  readonly arguments: CliArguments;
  readonly dataFolder: string;
  readonly input: ByteSource;
  readonly output: Output;
  readonly report: Report;
  /** Opens the engine, or reaches the console that runs on the folder. Closed when the verb ends. */
  readonly session: () => Promise<Session>;
  /**
   * Aborted when somebody asks the program to end. Whoever calls this finishes what is in flight; without it the
   * program ends at once, which loses nothing that was acknowledged.
   */
  readonly interruption: () => AbortSignal;
}

export interface Verb {
  /** `exec NAME --data DIR` */
  readonly usage: string;
  readonly summary: string;
  /** What goes in and comes out, for `--help`. */
  readonly help: readonly string[];
  readonly positionals: number | { readonly least: number; readonly most: number };
  /** Called like this, its session opens a folder that holds a log, and makes none. */
  readonly needsLog?: boolean | ((given: CliArguments) => boolean);
  readonly run: (context: VerbContext) => Promise<ExitCode>;
}
