import { setTimeout as delay } from 'node:timers/promises';

interface App {
  readonly requestSingleInstanceLock: () => boolean;
}

/** While developing, a rebuilt console starts before the one that it replaces has closed. */
export async function takeInstanceLock(app: App, isDeveloping: boolean): Promise<boolean> {
  const tries = isDeveloping ? 20 : 1;
  for (let nth = 1; nth < tries && !app.requestSingleInstanceLock(); nth += 1) await delay(250);
  return app.requestSingleInstanceLock();
}
