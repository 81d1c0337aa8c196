import { Link } from '@tanstack/react-router';
import type { SupersededRow } from '../../../domain/contract/views.ts';

/** Why an event does not count any more, with the way to what came of it. */
export function SupersededWhy({ why }: { readonly why: SupersededRow['why'] }) {
  switch (why.kind) {
    case 'replaced':
      return (
        <>
          Others were first. It was decided again on what they did and stands as{' '}
          <Link to="/log" search={{ event: why.position }}>
            version {why.version}
          </Link>
          .
        </>
      );
    case 'conflict':
      return (
        <>
          Others were first, and it could not be joined with what they did:{' '}
          <Link to="/conflicts" search={{ only: why.conflictId }}>
            see the conflict
          </Link>
          .
        </>
      );
    case 'said':
      return 'Others were first. What it says was so already, so nothing was left to be done.';
    case 'left':
      return 'It was made in a folder that this one was copied from, and is sent from there.';
  }
}
