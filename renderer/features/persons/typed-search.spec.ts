import { describe, expect, it } from 'vitest';
import { followText, searchOf } from './typed-search.ts';

const typing = (typed: string, reported: string, known: string) => ({ typed, reported, known });

describe('the search box', () => {
  it('keeps what was typed while its own search came back', () => {
    expect(followText(typing('adam', 'ada', ''), 'ada').typed).toBe('adam');
    expect(followText(typing('ada ', 'ada', ''), 'ada').typed).toBe('ada ');
  });

  it('shows what the list shows after Back and then Forward', () => {
    const found = followText(typing('ada', 'ada', ''), 'ada');
    const back = followText(found, '');
    expect(back.typed).toBe('');
    expect(followText(back, 'ada').typed).toBe('ada');
  });

  it('stays as it is where the list does', () => {
    const search = { ...searchOf('ada'), typed: 'adam' };
    expect(followText(search, 'ada')).toBe(search);
  });
});
