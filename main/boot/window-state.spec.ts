import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { afterAll, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, smallestWindow, writeWindowState } from './window-state.ts';

const desk = { x: 0, y: 0, width: 1920, height: 1050 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const left = { bounds: { x: 100, y: 80, width: 1000, height: 700 }, maximized: false };

describe('window placement', () => {
  it('opens where it was left', () => {
    expect(placeWindow(left, [desk])).toEqual({ ...left.bounds, maximized: false });
  });

  it('finds its place on the second display', () => {
    const state = { bounds: { x: 2000, y: 10, width: 900, height: 700 }, maximized: true };
    expect(placeWindow(state, [desk, second])).toEqual({ ...state.bounds, maximized: true });
  });

  it.each([
    ['on a display that is gone', { ...left.bounds, x: 2500 }],
    ['with its title bar above every display', { ...left.bounds, y: -200 }],
    ['with hardly anything of it visible', { ...left.bounds, x: 1900 }],
  ])('chooses a new place when it was left %s', (_name, bounds) => {
    expect(placeWindow({ bounds, maximized: false }, [desk])).toEqual({
      width: 1360,
      height: 860,
      maximized: false,
    });
  });

  it('is never larger than the display', () => {
    const state = { bounds: { x: 0, y: 0, width: 5000, height: 4000 }, maximized: false };
    expect(placeWindow(state, [desk])).toMatchObject({ width: 1920, height: 1050 });
    expect(placeWindow(null, [{ ...desk, width: 1024, height: 700 }])).toMatchObject({
      width: 1024,
      height: 700,
    });
  });

  it('opens somewhere even where no display is known', () => {
    expect(placeWindow(null, [])).toEqual({ width: 1360, height: 860, maximized: false });
  });

  const number = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 1, max: 10_000 });
  test.prop([fc.record({ x: number, y: number, width: size, height: size })])(
    'can be used wherever it was left',
    (bounds) => {
      const placed = placeWindow({ bounds, maximized: false }, [desk, second]);
      expect(placed.width).toBeGreaterThanOrEqual(smallestWindow.width);
      expect(placed.height).toBeGreaterThanOrEqual(smallestWindow.height);
      expect(placed.y ?? 0).toBeLessThan(1050);
    },
  );
});

describe('kept window state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'window-state-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read as it was written', () => {
    const file = join(folder, 'window.json');
    writeWindowState(file, left);
    expect(readWindowState(file)).toEqual(left);
  });

  it.each([
    '',
    'null',
    '{"bounds":{"x":"0"}}',
    '{"bounds":{"x":0,"y":0,"width":-1,"height":1},"maximized":false}',
  ])('is left aside where the file says %j', (text) => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, text);
    expect(readWindowState(file)).toBeNull();
  });

  it('is no reason to fail where it cannot be written', () => {
    const file = join(folder, 'missing', 'window.json');
    writeWindowState(file, left);
    expect(readWindowState(file)).toBeNull();
  });
});
