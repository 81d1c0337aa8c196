/** How the console was asked to open. `data`: folder given by the operator, as written. */
export interface BootArguments {
  readonly data: string | null;
  readonly demo: boolean;
}

export type ParsedArguments =
  | { readonly ok: true; readonly value: BootArguments }
  | { readonly ok: false; readonly message: string };

/** The value of `--data DIR` or `--data=DIR`, the last one said; null where there is none. */
function dataOf(argv: readonly string[]): string | null {
  const values = argv.flatMap((argument, index) => {
    if (argument === '--data') return [argv[index + 1] ?? ''];
    return argument.startsWith('--data=') ? [argument.slice('--data='.length)] : [];
  });
  return values.at(-1) ?? null;
}

/** Chromium and the runtime read switches of their own from the same line, so what is not ours is passed over. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const data = dataOf(argv);
  const demo = argv.includes('--demo');
  if (data !== null && (data === '' || data.startsWith('--'))) {
    return { ok: false, message: '--data needs the path of a folder: --data DIR' };
  }
  if (demo && data !== null) {
    return { ok: false, message: '--demo has a data folder of its own: leave --data away' };
  }
  return { ok: true, value: { data, demo } };
}
