import { beforeEach, describe, expect, it } from 'vitest';
import { useNotices } from './notices.ts';

const show = (tone: 'ok' | 'danger' | 'attention', title: string) =>
  useNotices.getState().show({ tone, title });
const shown = () => useNotices.getState().notices.map(({ title }) => title);

describe('notices', () => {
  beforeEach(() => useNotices.setState({ notices: [] }));

  it('make room for new ones, and what went wrong stays longest', () => {
    show('danger', 'Not saved');
    show('ok', 'Renamed');
    show('ok', 'Archived');
    expect(shown()).toEqual(['Not saved', 'Archived']);
  });

  it('lose the oldest where all of them tell of trouble', () => {
    show('danger', 'Not saved');
    show('attention', 'Not undone');
    show('danger', 'Not exported');
    expect(shown()).toEqual(['Not undone', 'Not exported']);
  });
});
