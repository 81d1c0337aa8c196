import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';

/** How smoothly the window moved while something was done. */
export interface Frames {
  readonly count: number;
  /** Share of frames that came more than 25 ms after the one before: 0 to 1. */
  readonly late: number;
  readonly longestMs: number;
  /** Work of the page's own thread from one frame to the next, of which 95 % are below. */
  readonly workP95Ms: number;
  /** The longest time for which the main process could not turn to anything else, waiting for a processor included. */
  readonly mainHeldMs: number;
  /** The longest piece of work of the main process's own thread. */
  readonly mainWorkMs: number;
}

const LATE_MS = 25;
/** Marks each frame's beginning in what is recorded. */
const FRAME = 'frame';

declare global {
  interface Window {
    frameTimes?: number[];
  }
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread itself: what it waited for another to let it run does not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Traced {
  readonly file: string;
  readonly mainPid: number;
  readonly rendererPid: number;
  readonly mainHeldMs: number;
}

/** Does something while frames are counted, the page's work is recorded and the main process is watched. */
export async function framesWhile(
  app: ElectronApplication,
  page: Page,
  act: () => Promise<void>,
): Promise<Frames> {
  await startRecording(app);
  await page.evaluate((mark) => {
    const times: number[] = [];
    window.frameTimes = times;
    const tick = (now: number): void => {
      times.push(now);
      performance.mark(mark);
      if (window.frameTimes === times) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }, FRAME);
  await act();
  const times = await page.evaluate(() => {
    const seen = window.frameTimes ?? [];
    delete window.frameTimes;
    return seen;
  });
  const { file, mainPid, rendererPid, mainHeldMs } = await stopRecording(app);
  const trace = readTrace(file);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    count: gaps.length,
    late: gaps.filter((gap) => gap > LATE_MS).length / Math.max(1, gaps.length),
    longestMs: Math.max(0, ...gaps),
    workP95Ms: percentile(workPerFrame(threadEvents(trace, rendererPid, 'CrRendererMain')), 0.95),
    mainHeldMs,
    mainWorkMs: Math.max(0, ...threadEvents(trace, mainPid, 'CrBrowserMain').filter(isTask).map(workOf)),
  };
}

function startRecording(app: ElectronApplication): Promise<void> {
  return app.evaluate(async ({ contentTracing }) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const held = monitorEventLoopDelay({ resolution: 1 });
    (globalThis as unknown as { held: typeof held }).held = held;
    await contentTracing.startRecording({
      // What tells more costs more, and would be measured with it.
      included_categories: ['toplevel', 'blink.user_timing'],
      excluded_categories: ['*'],
    });
    held.enable();
  });
}

function stopRecording(app: ElectronApplication): Promise<Traced> {
  return app.evaluate(async ({ BrowserWindow, contentTracing }) => {
    const { held } = globalThis as unknown as { held: { max: number; disable: () => boolean } };
    held.disable();
    const file = await contentTracing.stopRecording();
    const rendererPid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0;
    return { file, mainPid: process.pid, rendererPid, mainHeldMs: held.max / 1e6 };
  });
}

function readTrace(file: string): readonly TraceEvent[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] })
    .traceEvents;
}

function threadEvents(events: readonly TraceEvent[], pid: number, name: string): readonly TraceEvent[] {
  const thread = events.find(
    (event) => event.pid === pid && event.name === 'thread_name' && event.args?.name === name,
  );
  return events.filter((event) => event.pid === pid && event.tid === thread?.tid);
}

function isTask({ name }: TraceEvent): boolean {
  return name === 'ThreadControllerImpl::RunTask';
}

/** Milliseconds. */
function workOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000;
}

/** Milliseconds that a page's thread worked between each frame's beginning and the next. */
function workPerFrame(events: readonly TraceEvent[]): number[] {
  const work: number[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts)) {
    if (event.name === FRAME) work.push(0);
    else if (isTask(event) && work.length > 0) work[work.length - 1] = (work.at(-1) ?? 0) + workOf(event);
  }
  return work;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** `1,204 frames, 0.4 % late, …`: for the run's output. */
export function framesWords(what: string, frames: Frames): string {
  const { count, late, longestMs, workP95Ms, mainHeldMs, mainWorkMs } = frames;
  return [
    `${what}: ${count} frames`,
    `${(late * 100).toFixed(2)} % over ${LATE_MS} ms`,
    `longest ${longestMs.toFixed(0)} ms`,
    `own work p95 ${workP95Ms.toFixed(1)} ms`,
    `main process held ${mainHeldMs.toFixed(1)} ms at most, by its own work ${mainWorkMs.toFixed(1)} ms`,
  ].join(', ');
}
