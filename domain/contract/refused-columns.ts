/** What a file of refused rows says of each of them: a mapping knows nothing of it, so that it can be imported once it is mended. */
export const REFUSED_COLUMNS = {
  row: 'import-row',
  code: 'import-code',
  reason: 'import-reason',
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(REFUSED_COLUMNS));

export function isRefusedColumn(name: string): boolean {
  return ALL.has(name);
}
