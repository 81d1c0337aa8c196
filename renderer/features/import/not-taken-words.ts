import type { ImportCounts } from '../../../domain/contract/import.ts';
import { countOf } from '../../ui/format/number.ts';

export interface NotTakenWords {
  readonly save: string;
  readonly importAgain: string;
  readonly note: string;
}

/** What the file of rows that were not taken holds, and what to do with it; null where all were taken. */
export function notTakenWords({
  refused,
  duplicate,
}: Pick<ImportCounts, 'refused' | 'duplicate'>): NotTakenWords | null {
  if (refused + duplicate === 0) return null;
  if (duplicate === 0)
    return {
      save: 'Save what was refused…',
      importAgain: 'Import the mended file…',
      note: 'The saved file says of each row why it was refused. Mend it there: the same mapping then takes it.',
    };
  if (refused === 0)
    return {
      save: 'Save the possible duplicates…',
      importAgain: 'Import the checked file…',
      note: 'The saved file says of each row whom it may be. Take out there who exists already: “Import anyway” then takes the others.',
    };
  const holds = `${countOf(refused, 'refused row')} and ${countOf(duplicate, 'possible duplicate')}`;
  return {
    save: 'Save what was not taken…',
    importAgain: 'Import the mended file…',
    note: `The saved file holds ${holds}, and says why. Mend the one and take out there who exists already: “Import anyway” then takes the others.`,
  };
}
