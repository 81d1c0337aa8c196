import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

const separator: MenuItemConstructorOptions = { type: 'separator' };

type TextAt = Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText'>;

/** What can be done with the text under the pointer, in the platform's own words; null where there is none. */
export function textMenuTemplate({
  isEditable,
  editFlags,
  selectionText,
}: TextAt): MenuItemConstructorOptions[] | null {
  const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? null : [copy];
  return [
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    separator,
    { role: 'cut', enabled: editFlags.canCut },
    copy,
    { role: 'paste', enabled: editFlags.canPaste },
    separator,
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
