import { describe, expect, it } from 'vitest';
import { notTakenWords } from './not-taken-words.ts';

describe('the words about rows that were not taken', () => {
  it('say what the file holds: what was refused, possible duplicates, or both', () => {
    const refused = notTakenWords({ refused: 2, duplicate: 0 });
    expect(refused?.save).toBe('Save what was refused…');
    expect(refused?.note).toContain('why it was refused');
    const duplicates = notTakenWords({ refused: 0, duplicate: 200 });
    expect(duplicates?.save).toBe('Save the possible duplicates…');
    expect(duplicates?.note).toContain('whom it may be');
    const both = notTakenWords({ refused: 1, duplicate: 200 });
    expect(both?.save).toBe('Save what was not taken…');
    expect(both?.note).toContain('1 refused row and 200 possible duplicates');
  });

  it('are none where all were taken', () => {
    expect(notTakenWords({ refused: 0, duplicate: 0 })).toBeNull();
  });
});
