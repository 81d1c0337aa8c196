import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { invoke } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { root } from '../harness/runtime.ts';
import { beginAs } from '../harness/steps.ts';

declare global {
  interface Window {
    /** What the page's policy has refused. */
    blockedDirectives?: ReadonlySet<string>;
  }
}

const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
});
test.afterEach(async () => {
  expect(await invoke(open.page, 'engine.status', {})).toEqual({ state: 'running', error: null });
  expect(open.page.url()).toMatch(/^app:\/\/console\//);
  // Whatever was tried was refused in words: nothing went wrong inside.
  expect(open.reports).toEqual([]);
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

test('the page finds three functions and nothing of Node or Electron', async () => {
  const found = await open.page.evaluate(() => ({
    bridge: Object.keys(window.personConsole).sort(),
    frozen: Object.isFrozen(window.personConsole),
    globals: [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__dirname',
      'ipcRenderer',
      'electron',
    ].filter((name) => name in globalThis),
  }));
  expect(found).toEqual({ bridge: ['invoke', 'openDropped', 'subscribe'], frozen: true, globals: [] });
  const replaced = await open.page.evaluate(() => {
    try {
      (window as unknown as { personConsole: unknown }).personConsole = { invoke: () => 'mine' };
    } catch {
      return 'refused';
    }
    return Object.keys(window.personConsole).length === 3 ? 'refused' : 'replaced';
  });
  expect(replaced).toBe('refused');
});

test('a frame inside the page has no bridge', async () => {
  const inFrame = await open.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const bridge = (frame.contentWindow as unknown as { personConsole?: unknown } | null)?.personConsole;
    // It is refused, and what is shown in its place has loaded then.
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = window.location.origin === 'null' ? 'app://console/' : window.location.href;
    await loaded;
    let later: unknown = 'unreachable';
    try {
      later = (frame.contentWindow as unknown as { personConsole?: unknown } | null)?.personConsole;
    } catch {
      later = undefined;
    }
    frame.remove();
    return [typeof bridge, typeof later];
  });
  expect(inFrame).toEqual(['undefined', 'undefined']);
});

test('another window with the same preload script is refused, and no other page can be loaded into one', async () => {
  const replies = await open.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const call = "window.personConsole.invoke('console.info', {})";
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await stranger.loadURL('app://console/');
      const fromStranger: unknown = await stranger.webContents.executeJavaScript(call);
      const elsewhere = await stranger.loadURL('app://elsewhere/').then(
        () => 'loaded',
        () => 'refused',
      );
      stranger.destroy();
      return { fromStranger, elsewhere };
    },
    join(root, 'out', 'preload', 'index.cjs'),
  );
  expect(replies).toMatchObject({
    fromStranger: { ok: false, error: { code: 'sender-refused' } },
    elsewhere: 'refused',
  });
});

test('the page can neither leave nor open a window', async () => {
  const { page, app } = open;
  await page.evaluate(() => {
    window.location.assign('https://example.org/');
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
    link.remove();
  });
  const opened = await page.evaluate(() => window.open('https://example.org/') === null);
  expect(opened).toBe(true);
  expect(page.url()).toMatch(/^app:\/\/console\//);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no inline script, no eval, no style, no network: the policy stands in the response', async () => {
  const { page } = open;
  const result = await page.evaluate(async () => {
    const blocked = new Set<string>();
    window.blockedDirectives = blocked;
    document.addEventListener('securitypolicyviolation', (event) => blocked.add(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.hacked = true';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const image = document.createElement('img');
    image.src = 'https://example.org/pixel.png';
    document.body.append(script, style, image);
    // A later turn: what the test runner starts itself is exempt from the policy.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const evaluated = ((): string => {
      try {
        const made = Reflect.construct(Function, ['return 1']) as () => unknown;
        return String(made());
      } catch {
        return 'refused';
      }
    })();
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    script.remove();
    image.remove();
    style.remove();
    const own = await fetch('app://console/index.html');
    return {
      hacked: 'hacked' in window,
      evaluated,
      fetched,
      policy: own.headers.get('content-security-policy'),
      sniff: own.headers.get('x-content-type-options'),
    };
  });
  expect(result).toMatchObject({ hacked: false, evaluated: 'refused', fetched: 'refused', sniff: 'nosniff' });
  await expect
    .poll(() => page.evaluate(() => [...(window.blockedDirectives ?? [])]))
    .toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem']));
  expect(result.policy).toContain("default-src 'none'");
});

test('permissions are denied without asking', async () => {
  const states = await open.page.evaluate(async () => {
    const notification = await Notification.requestPermission();
    const geolocation = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    });
    const clipboard = await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    );
    return { notification, geolocation, clipboard };
  });
  expect(states).toEqual({ notification: 'denied', geolocation: 'denied', clipboard: 'denied' });
});

test('paths that lead out of the application are not served', async () => {
  const statuses = await open.page.evaluate(async () => {
    const paths = [
      '..%2f..%2fpackage.json',
      '%2e%2e%2fmain%2felectron.js',
      'missing.js',
      'assets/..%5c..%5cx.js',
    ];
    const answers = await Promise.all(paths.map((path) => fetch(`app://console/${path}`)));
    return answers.map((answer) => answer.ok);
  });
  expect(statuses).toEqual([false, false, false, false]);
});
