/** What was dropped, as far as the window tells: not where it lies. */
export interface DroppedItem {
  readonly file: File;
  readonly isFolder: boolean;
}

export interface DropRefusal {
  readonly title: string;
  readonly detail: string;
}

export type Dropped =
  | { readonly file: File; readonly refusal: null }
  | { readonly file: null; readonly refusal: DropRefusal };

function refused(title: string, detail: string): Dropped {
  return { file: null, refusal: { title, detail } };
}

/** One file, or why not, in words. */
export function droppedFile(items: readonly DroppedItem[]): Dropped {
  const [first] = items;
  if (first === undefined) return refused('Nothing to import was dropped', 'Drop a file.');
  if (items.length > 1)
    return refused(
      'One file at a time',
      `${items.length} were dropped. Each is imported on its own: drop them one after the other.`,
    );
  if (first.isFolder)
    return refused('A folder cannot be imported', `Drop a file that is in ${first.file.name} instead.`);
  return { file: first.file, refusal: null };
}

/** A program may add text to what it hands over, such as the address of the file. */
export function fileCount({ items }: Pick<DataTransfer, 'items'>): number {
  return Array.from(items).filter(({ kind }) => kind === 'file').length;
}

/** A list of items lives as long as the event: what is in it has to be taken at once. */
export function itemsOf({ items }: DataTransfer): readonly DroppedItem[] {
  return Array.from(items).flatMap((item) => {
    const file = item.getAsFile();
    return file === null ? [] : [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory === true }];
  });
}
