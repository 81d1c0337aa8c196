import type { PowerMonitor } from 'electron';
import type { EngineHost } from './engine-host.ts';
import { MACHINE_AWOKE } from './thread-messages.ts';

/** The link asks at once whether its connection is still there, instead of finding out by the silence. */
export function tellOfResume(monitor: Pick<PowerMonitor, 'on'>, host: Pick<EngineHost, 'engine'>): void {
  monitor.on('resume', () => {
    // An engine that is down has no connection, and begins anew once it is up.
    void host.engine(MACHINE_AWOKE, {}).catch(() => undefined);
  });
}
