import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
const windowStateSchema = z.object({ bounds: rectangleSchema, maximized: z.boolean() });

/** In device-independent pixels. */
export type Rectangle = z.output<typeof rectangleSchema>;
export type WindowState = z.output<typeof windowStateSchema>;

export interface Placement {
  readonly width: number;
  readonly height: number;
  /** Left out where the platform should choose. */
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

export const smallestWindow = { width: 720, height: 480 } as const;
const usualSize = { width: 1360, height: 860 } as const;
/** So much of the title bar must be on a display for a window to be found and moved. */
const grip = { width: 120, height: 24 } as const;

function overlap(start: number, length: number, from: number, extent: number): number {
  return Math.min(start + length, from + extent) - Math.max(start, from);
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  return (
    overlap(bounds.x, bounds.width, area.x, area.width) >= grip.width &&
    overlap(bounds.y, grip.height, area.y, area.height) >= grip.height
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function usualPlace(area: Rectangle | undefined, maximized: boolean): Placement {
  if (area === undefined) return { ...usualSize, maximized };
  const { width, height } = usualSize;
  return { width: Math.min(width, area.width), height: Math.min(height, area.height), maximized };
}

/** Where to open: as it was left, if that is still on a display, else the usual size, within the first work area. */
export function placeWindow(state: WindowState | null, workAreas: readonly Rectangle[]): Placement {
  if (state === null) return usualPlace(workAreas[0], false);
  const { bounds, maximized } = state;
  const area = workAreas.find((each) => isReachable(bounds, each));
  if (area === undefined) return usualPlace(workAreas[0], maximized);
  const width = clamp(bounds.width, smallestWindow.width, area.width);
  const height = clamp(bounds.height, smallestWindow.height, area.height);
  return { x: bounds.x, y: bounds.y, width, height, maximized };
}

/** Null where there is none, or none that can be read: a window's place is not worth an error. */
export function readWindowState(file: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify(state));
    renameSync(`${file}.part`, file);
  } catch {
    // A folder that cannot be written to has its own error, shown where data is at stake.
  }
}
