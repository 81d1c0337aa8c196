import { expect, it } from 'vitest';
import type { ViewStatus } from '../../domain/contract/views.ts';
import { buildingOf } from './building.ts';

function view(name: string, more: Partial<ViewStatus> = {}): ViewStatus {
  const rest = { title: name, rows: null, error: null, skipped: [], rebuild: null };
  return { view: name, state: 'current', position: 9000, head: 9000, ...rest, ...more };
}

function rebuilt(name: string, share: number, secondsLeft: number | null, needed = true): ViewStatus {
  const rebuild = { share, secondsLeft, eventsPerSecond: 1000, needed };
  return view(name, { state: 'rebuilding', position: 0, rebuild });
}

it('views are as far as the one that is the least far', () => {
  const views = [rebuilt('summary', 0.4, 3), rebuilt('search', 0.3, 12), rebuilt('detail', 0.1, 60)];
  expect(buildingOf(views, ['search', 'summary'])).toEqual({ share: 0.3, secondsLeft: 12 });
  expect(buildingOf([rebuilt('summary', 0, null)], ['summary'])).toEqual({ share: 0, secondsLeft: null });
});

it('a view that somebody has rebuilt holds what it held meanwhile', () => {
  expect(buildingOf([rebuilt('summary', 0.4, 3, false)], ['summary'])).toBeNull();
});

it('one that has everything before it and is not far behind is being built as well', () => {
  const first = view('summary', { state: 'catching-up', position: 0, head: 300 });
  expect(buildingOf([first], ['summary'])).toEqual({ share: 0, secondsLeft: null });
  const later = view('summary', { state: 'catching-up', position: 8990 });
  expect(buildingOf([later, view('search')], ['summary', 'search'])).toBeNull();
});

it('others are no concern of who does not read them', () => {
  expect(buildingOf([view('summary'), rebuilt('search', 0.5, 1)], ['summary'])).toBeNull();
});
