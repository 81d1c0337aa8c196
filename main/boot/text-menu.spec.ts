import { expect, it } from 'vitest';
import { textMenuTemplate } from './text-menu.ts';

const editFlags = {
  canUndo: true,
  canRedo: false,
  canCut: false,
  canCopy: true,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const rolesOf = (isEditable: boolean, selectionText: string) =>
  textMenuTemplate({ isEditable, selectionText, editFlags })
    ?.filter(({ role }) => role !== undefined)
    .map(({ role, enabled }) => [role, enabled]);

it('a text field has what its text can be asked for, as far as it goes at the moment', () => {
  expect(rolesOf(true, '')).toEqual([
    ['undo', true],
    ['redo', false],
    ['cut', false],
    ['copy', true],
    ['paste', true],
    ['selectAll', true],
  ]);
});

it('marked text is copied, and nothing else of the page has a menu', () => {
  expect(rolesOf(false, 'Ada Lovelace')).toEqual([['copy', true]]);
  expect(textMenuTemplate({ isEditable: false, selectionText: ' ', editFlags })).toBeNull();
});
