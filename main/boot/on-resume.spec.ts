import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { expect, it, vi } from 'vitest';
import { tellOfResume } from './on-resume.ts';
import { MACHINE_AWOKE } from './thread-messages.ts';

it('the engine is told that the machine is back, also one that is down', () => {
  const monitor = new EventEmitter();
  const engine = vi.fn(() => Promise.reject(new Error('The engine is down')));
  tellOfResume(monitor as unknown as PowerMonitor, { engine });
  monitor.emit('resume');
  expect(engine).toHaveBeenCalledWith(MACHINE_AWOKE, {});
});
