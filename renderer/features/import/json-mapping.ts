import { plainWords } from '../../../domain/contract/forms.ts';
import { type ImportMapping, importMappingSchema } from '../../../domain/contract/import-mapping.ts';

type Read = { readonly mapping: ImportMapping } | { readonly fault: string };

/** A mapping as it was typed, or what is wrong with it. */
export function readMapping(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: `This is not JSON: ${(error as Error).message}` };
  }
  const parsed = importMappingSchema.safeParse(value, { error: plainWords });
  if (parsed.success) return { mapping: parsed.data };
  const words = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  return { fault: `This is no mapping yet. Mend ${words.join('; ')}` };
}
