import { failure } from '../../../../domain/contract/errors.ts';

/** Where a page ended, as text that callers hand back untouched. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function fits(value: unknown, type: 'string' | 'number'): boolean {
  return type === 'number' ? Number.isSafeInteger(value) : typeof value === 'string';
}

/** Throws `cursor-invalid`. `shape` names the type of each value; numbers are whole. */
export function decodeCursor(
  cursor: string,
  shape: readonly ('string' | 'number')[],
): readonly (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === shape.length &&
      shape.every((type, index) => fits(values[index], type))
    ) {
      return values as (string | number)[];
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw failure(
    'wrong-use',
    'cursor-invalid',
    'This page mark is not one that was handed out. Start from the first page.',
  );
}
