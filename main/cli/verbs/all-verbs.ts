import type { Verb } from '../verb.ts';
import { backup } from './backup.ts';
import { batch } from './batch.ts';
import { bench } from './bench.ts';
import { conflicts } from './conflicts.ts';
import { exec } from './exec.ts';
import { exportVerb } from './export.ts';
import { importVerb } from './import.ts';
import { link } from './link.ts';
import { query } from './query.ts';
import { rebuild } from './rebuild.ts';
import { restore } from './restore.ts';
import { run } from './run.ts';
import { verify } from './verify.ts';

/** Every verb of the command line, in the order of `--help`. */
export const verbs: ReadonlyMap<string, Verb> = new Map(
  Object.entries({
    exec,
    batch,
    query,
    verify,
    rebuild,
    backup,
    restore,
    export: exportVerb,
    import: importVerb,
    link,
    conflicts,
    run,
    bench,
  }),
);
