import type { TakenIn } from '../../domain/ports/take-in.ts';

export function nothingTaken(): TakenIn {
  return {
    confirmed: 0,
    applied: 0,
    rebased: 0,
    dropped: 0,
    conflicts: 0,
    voids: 0,
    unreadable: 0,
    lost: 0,
    updateRequired: false,
    changed: new Set(),
    confirmedCommands: [],
    settledStreams: new Set(),
  };
}
