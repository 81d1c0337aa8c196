import { useState } from 'react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';

export interface OpenedRecord {
  /** The version that the form was opened on. */
  readonly opened: PersonDetail;
  /** As it is now. */
  readonly today: PersonDetail;
  /** Others have changed it since. */
  readonly newer: boolean;
  /** Moves the form to a version that the operator has seen: what comes after it is met as a conflict again. */
  readonly moveTo: (detail: PersonDetail) => void;
}

/** The version that a form was opened on, whether there is a newer one, and the way to move to today's. */
export function useOpenedDetail(detail: PersonDetail): OpenedRecord {
  const [opened, setOpened] = useState(detail);
  return { opened, today: detail, newer: detail.version > opened.version, moveTo: setOpened };
}
