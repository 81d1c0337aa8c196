import { expect, it } from 'vitest';
import { windowTitle } from './window-title.ts';

it.each([
  ['/persons', 'Persons – Person Console'],
  ['/log', 'Event log – Person Console'],
  ['/settings', 'Settings – Person Console'],
  ['/persons/0197a1', 'Person – Person Console'],
  ['/persons/0197a1/compare/0197a2', 'Compare persons – Person Console'],
  ['/', 'Person Console'],
  ['/elsewhere', 'Person Console'],
])('the window at %s is called %s', (pathname, title) => {
  expect(windowTitle(pathname)).toBe(title);
});
