import type { ProcedureOutput } from '../../domain/contract/procedures.ts';

interface Facts {
  readonly store: { readonly position: number };
  readonly operator: string | null;
  readonly pending: number;
}

/** What a console would say of itself. */
export function sampleInfo({ store, operator, pending }: Facts): ProcedureOutput<'console.info'> {
  return {
    product: 'Person Console',
    version: '0.1.0',
    dataFolder: '/home/operator/.local/share/person-console',
    origin: '0192f000-0000-7000-8000-00000000c0de',
    operator,
    events: store.position,
    logBytes: 4_812_800 + store.position * 640,
    runtime: 'Sample bridge',
    node: '24.0.0',
    sqlite: '3.50.2',
    sample: true,
    pendingCommits: pending,
  };
}
