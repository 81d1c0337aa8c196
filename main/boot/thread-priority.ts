import { setPriority } from 'node:os';
import { platform } from 'node:process';

/** How far behind the window's own threads: about a third of their share where all want a processor at once. */
const BEHIND = 5;

/**
 * The calling thread gives way to the window's where processors are few. Only on Linux does a thread have a priority of
 * its own; elsewhere the call would slow down the whole process. A system that refuses leaves all as they were.
 */
export function giveWayToWindow(): void {
  if (platform !== 'linux') return;
  try {
    setPriority(0, BEHIND);
  } catch {
    // Nothing depends on it.
  }
}
