import { ConsoleFailure } from '../../../domain/contract/errors.ts';
import type { ViewFailure } from '../../../domain/ports/view-store.ts';

/** A view's row in the table of views: where it is and, where it stopped, why. */
export interface ViewRow {
  readonly name: string;
  readonly generation: number;
  readonly position: number;
  /** Persons written since the view was last tidied. */
  readonly writes: number;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly error_position: number | null;
}

export function codeOf(error: unknown): string {
  if (error instanceof ConsoleFailure) return error.error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code.toLowerCase().replaceAll('_', '-');
  }
  return 'view-failed';
}

export function failureIn(row: ViewRow): ViewFailure | null {
  const { error_code: code, error_message: message, error_position: position } = row;
  return position === null ? null : { code: code ?? '', message: message ?? '', position };
}

export const CLEAR_ERROR =
  'UPDATE views SET error_code = NULL, error_message = NULL, error_position = NULL WHERE name = ?';
