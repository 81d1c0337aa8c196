import { fileURLToPath } from 'node:url';

/** The repository's root: the folder that Electron is started on. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Electron {
  readonly executablePath: string;
  /** SQLite's binding where the package's own does not fit the runtime. */
  readonly nativeBinding?: string;
}

interface ElectronPath {
  readonly resolveElectron: () => Promise<Electron>;
}

let found: Promise<Electron> | null = null;

async function find(): Promise<Electron> {
  const named = process.env['PERSON_CONSOLE_ELECTRON'];
  if (named !== undefined && named !== '') return { executablePath: named };
  const module = (await import(
    new URL('../../scripts/electron-path.mjs', import.meta.url).href
  )) as ElectronPath;
  return module.resolveElectron();
}

/** The Electron to test: the one that the environment names, else the one that set-up finds. */
export function electron(): Promise<Electron> {
  found ??= find();
  return found;
}
