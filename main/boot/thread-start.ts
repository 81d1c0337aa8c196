import type { ThreadStart } from './thread-messages.ts';

interface App {
  readonly isPackaged: boolean;
  readonly getVersion: () => string;
}

/** A foreign binding is for those who run the console from source. */
export function nativeBinding({ isPackaged }: Pick<App, 'isPackaged'>): string | undefined {
  return isPackaged ? undefined : process.env['PERSON_CONSOLE_SQLITE_BINDING'];
}

/** What every thread of the window's process is started with. */
export function threadStart(app: App, dataFolder: string): ThreadStart {
  const binding = nativeBinding(app);
  return {
    dataFolder,
    runtime: `Electron ${process.versions.electron}`,
    productVersion: app.getVersion(),
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  };
}
