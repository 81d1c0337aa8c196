import { type Procedure, type ProcedureName, procedures } from './procedures.ts';

function isAsked(input: unknown, field: string): boolean {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, field) : undefined;
  return value !== undefined && value !== false;
}

/** The views that a procedure reads for this input, each once; null where it does not say. */
export function viewsRead(name: ProcedureName, input: unknown): readonly string[] | null {
  const { views, viewsByField = {} }: Procedure = procedures[name];
  if (views === undefined) return null;
  const asked = Object.entries(viewsByField).filter(([field]) => isAsked(input, field));
  return [...new Set([...views, ...asked.flatMap(([, further]) => further)])];
}
