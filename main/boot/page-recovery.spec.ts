import { describe, expect, it } from 'vitest';
import { createPageRecovery } from './page-recovery.ts';

describe('a page whose process broke', () => {
  it('is loaded again, five times within a minute at most; then somebody is asked', () => {
    const delays: number[] = [];
    let loads = 0;
    let asked = 0;
    const recover = createPageRecovery({
      reload: () => {
        loads += 1;
      },
      giveUp: () => {
        asked += 1;
      },
      now: () => 0,
      later: (work, ms) => {
        delays.push(ms);
        work();
      },
    });
    for (let nth = 0; nth < 8; nth += 1) recover();
    expect([loads, asked, delays]).toEqual([5, 3, [200, 400, 800, 1600, 3200]]);
  });
});
