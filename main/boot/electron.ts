import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, type BrowserWindow, Menu, powerMonitor, session } from 'electron';
import { isPageProcedure } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { replyOf } from '../ipc/console-error.ts';
import { serveWindow } from '../ipc/electron-transport.ts';
import { createOpenDropped } from '../ipc/open-dropped.ts';
import { createRouter, type Targets } from '../ipc/router.ts';
import { listenOnSocket } from '../ipc/socket-server.ts';
import { dataFolderAt, defaultDataFolder } from '../store/data-folder.ts';
import { useNativeBinding } from '../store/sqlite/open-database.ts';
import { askBeforeQuit } from './ask-before-quit.ts';
import { type BootArguments, parseArguments } from './arguments.ts';
import { type ConnectionFiles, connectionFiles } from './connection-files.ts';
import { consoleProcedures, type Desk } from './console-procedures.ts';
import { createDesk } from './desk.ts';
import { electronCipher } from './electron-cipher.ts';
import { createEngineHost, type EngineHost } from './engine-host.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { keyringSecrets } from './keyring-secrets.ts';
import { createReport } from './log.ts';
import { menuTemplate } from './menu.ts';
import { pageSource } from './page-source.ts';
import { tellOfResume } from './on-resume.ts';
import { type Places, placesOf } from './places.ts';
import { restoreDesk } from './restore-desk.ts';
import { saveScreenshot } from './screenshot.ts';
import { prepareSecurity, secureContents, secureSession } from './security.ts';
import { answerSecrets } from './secrets-over-thread.ts';
import { createShutdown } from './shutdown.ts';
import { createSocketKeeper, type SocketKeeper } from './socket-keeper.ts';
import { installTestHooks, type RunningThreads } from './test-hooks.ts';
import { nativeBinding, threadStart } from './thread-start.ts';
import { type RunningThread, startThread } from './threads.ts';
import type { OnAsk } from './worker-client.ts';
import { openWindow } from './window.ts';

const report = createReport(process.stderr, () => new Date());
const here = import.meta.dirname;
/** Test hooks, foreign bindings and a development server are for those who run it from source. */
const fromSource = !app.isPackaged;
const source = pageSource(app.isPackaged, process.env['ELECTRON_RENDERER_URL']);
const listeners = new Set<(push: Push) => void>();
const running: RunningThreads = {};
const underTest = fromSource && process.env['PERSON_CONSOLE_TEST'] === '1';
const testerAttached = underTest ? installTestHooks(globalThis, running) : Promise.resolve();

function push(each: Push): void {
  for (const listener of listeners) listener(each);
}

/** `onAsk`: what the engine asks of this process. */
function startEngine(dataFolder: string, onAsk: OnAsk): EngineHost {
  const start = threadStart(app, dataFolder);
  const askEngine: OnAsk = (name, input) =>
    replyOf(
      () => host.engine(name, input),
      (thrown) => report(name, thrown),
    );
  const launch =
    (name: keyof RunningThreads, answer: OnAsk) =>
    (onPush = push): RunningThread['client'] => {
      const thread = startThread(here, `${name}.worker.js`, start, { onPush, onAsk: answer });
      running[name] = thread;
      return thread.client;
    };
  const host: EngineHost = createEngineHost({
    launchEngine: launch('engine', onAsk),
    launchReader: launch('reader', askEngine),
    launchJobs: launch('jobs', askEngine),
    onPush: push,
    onCrash: (thread, cause) => report(`${thread} thread`, cause ?? 'ended'),
    now: Date.now,
    delay,
  });
  return host;
}

function targetsOf(host: EngineHost, dataFolder: string, desk: Desk, files: ConnectionFiles): Targets {
  const launch = () =>
    startThread(here, 'restore.worker.js', threadStart(app, dataFolder), { onPush: push }).client;
  const restore = restoreDesk({ host, dataFolder, openFile: desk.openFile, launch });
  return {
    query: host.query,
    engine: host.engine,
    jobs: host.jobs,
    console: consoleProcedures(host, desk, files, restore),
  };
}

/** The same procedures for the command line, which expects to read what it wrote a moment ago. */
function openDoor(dataFolder: string, targets: Targets, host: EngineHost): SocketKeeper {
  const query: Targets['query'] = (name, input) =>
    host.catchUp(name, input).then(() => host.query(name, input));
  const route = createRouter({ ...targets, query }, report);
  const door = createSocketKeeper({
    listen: () => listenOnSocket(dataFolderAt(dataFolder).socket, route),
    report: (thrown) => report('socket', thrown),
  });
  listeners.add((push) => {
    if (push.name === 'engine.state') door.follow(push.payload);
  });
  return door;
}

function showWindow(places: Places, targets: Targets): BrowserWindow {
  const window = openWindow({
    title: app.name,
    preload: join(here, '../preload/index.cjs'),
    profile: places.profile,
    devTools: fromSource,
    onGone: (reason) => report('page', reason),
  });
  const transport = serveWindow(window, source.origin, {
    route: createRouter(targets, report, isPageProcedure),
    openDropped: createOpenDropped(targets, report),
  });
  listeners.add(transport.push);
  listeners.add(askBeforeQuit(window));
  window.once('closed', () => {
    listeners.delete(transport.push);
    transport.close();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  void window.loadURL(source.url).catch((thrown: unknown) => report('window', thrown));
  return window;
}

function quitInOrder(host: EngineHost, door: SocketKeeper): void {
  const shutdown = createShutdown({
    stop: () => door.close().then(() => host.stop(4_000)),
    limitMs: 12_000,
    // Not within the event that asked for it: a quit called there is cancelled along with the first one.
    done: (clean) => setImmediate(() => (clean ? app.quit() : app.exit(1))),
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (shutdown.isDone()) return;
    event.preventDefault();
    shutdown.begin();
  });
}

async function takeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const saved = await saveScreenshot(window, file);
  if (!saved) report('screenshot', 'The window showed no data within 20 seconds; no screenshot was saved');
}

/** Sample data has a history: it is made before the engine starts, with a clock of its own. */
async function fillDemo(dataFolder: string): Promise<void> {
  useNativeBinding(nativeBinding(app));
  const { seedDemo } = await import('../demo/seed-demo.ts');
  await seedDemo({ dataFolder, now: Date.now() }).catch((thrown: unknown) => report('demo', thrown));
}

async function run(asked: BootArguments): Promise<void> {
  const places = placesOf(app.getPath('userData'), defaultDataFolder(), asked);
  mkdirSync(places.profile, { recursive: true });
  app.setPath('userData', places.profile);
  if (!(await takeInstanceLock(app, source.server !== null))) {
    process.stderr.write(
      'The console is already open on this data folder; its window was brought to the front.\n',
    );
    app.exit(0);
    return;
  }
  app.on('web-contents-created', (_event, contents) => secureContents(contents, source));
  if (asked.demo) await fillDemo(places.dataFolder);
  const desk = createDesk(places.dataFolder);
  const files = connectionFiles(desk.openFile);
  const kept = keyringSecrets({ file: join(places.profile, 'secrets.json'), cipher: electronCipher });
  const host = startEngine(places.dataFolder, answerSecrets(files.withChosen(kept), report));
  const targets = targetsOf(host, places.dataFolder, desk, files);
  quitInOrder(host, openDoor(places.dataFolder, targets, host));
  await app.whenReady();
  tellOfResume(powerMonitor, host);
  secureSession(session.defaultSession, source, join(here, '../renderer'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app.isPackaged, process.platform)));
  await testerAttached;
  const window = showWindow(places, targets);
  const screenshot = process.env['PERSON_CONSOLE_SCREENSHOT'];
  if (fromSource && screenshot !== undefined) await takeScreenshot(window, screenshot);
}

function start(): void {
  process.on('uncaughtException', (thrown) => {
    report('main', thrown);
    app.exit(1);
  });
  process.on('unhandledRejection', (thrown) => report('main', thrown));
  const parsed = parseArguments(process.argv.slice(1));
  if (!parsed.ok) {
    process.stderr.write(`${parsed.message}\n`);
    app.exit(2);
    return;
  }
  prepareSecurity();
  void run(parsed.value);
}

start();
