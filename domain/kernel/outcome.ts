/** Why a command was not carried out: data, never an exception. `code` is stable, `message` is for people. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Decision<E> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: Refusal };

export function accept<E>(...events: readonly E[]): Decision<E> {
  return { accepted: true, events };
}

export function refuse(
  code: string,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): Decision<never> {
  return { accepted: false, refusal: details === undefined ? { code, message } : { code, message, details } };
}
