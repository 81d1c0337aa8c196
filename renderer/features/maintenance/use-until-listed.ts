import { useState } from 'react';

/** From the press until the work is listed nothing else says that it was heard, and other work may hold that up. */
export function useUntilListed(begin: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await begin().finally(() => setBusy(false));
  };
  return { busy, onClick: () => void press() };
}
