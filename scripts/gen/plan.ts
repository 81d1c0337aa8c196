import { registry } from '../../domain/registry.ts';
import { planCommand } from './command.ts';
import type { Change } from './edits.ts';
import { planEventType } from './event-type.ts';
import { planEventVersion } from './event-version.ts';
import { manifestChange } from './fixtures.ts';

function planEvent(root: string, type: string): readonly Change[] {
  const known = registry.events.get(type);
  return known === undefined ? planEventType(root, type) : planEventVersion(root, known);
}

/** What would be written for `command NAME`, `event TYPE` or `manifest`; null where that is not what was said. */
export function plan(
  root: string,
  what: string | undefined,
  name: string | undefined,
): readonly Change[] | null {
  if (what === 'manifest') return [manifestChange(root)];
  if (name === undefined) return null;
  if (what === 'command') return planCommand(root, name);
  return what === 'event' ? planEvent(root, name) : null;
}
