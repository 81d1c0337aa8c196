import { expect, it } from 'vitest';
import type { LinkStatus } from '../../domain/contract/link.ts';
import { linkMeaning } from './link-words.ts';

const live = { state: 'live', error: null, refused: [] } as unknown as LinkStatus;
const error = { code: 'link-forbidden', kind: 'retryable', message: 'The server does not let this user …' };
const refused = [{ streamId: 'person-1', code: 10077, description: 'maximum bytes exceeded' }];

it('says of a live link that all goes out, only where the server takes all of it', () => {
  expect(linkMeaning(live)).toContain('goes out at once');
  for (const status of [{ ...live, error } as LinkStatus, { ...live, refused }]) {
    expect(linkMeaning(status)).not.toContain('at once');
    expect(linkMeaning(status)).toContain('is kept, and goes out once it does');
  }
});
