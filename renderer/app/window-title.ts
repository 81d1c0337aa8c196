import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PLACES } from './palette-places.ts';

const PRODUCT = 'Person Console';

/**
 * What the task bar and the list of windows call it: the page first. It never names a person, as others see these while
 * the window itself is out of sight.
 */
export function windowTitle(pathname: string): string {
  const page = PLACES.find(({ to }) => to === pathname)?.title ?? pageOfPerson(pathname);
  return page === undefined ? PRODUCT : `${page} – ${PRODUCT}`;
}

function pageOfPerson(pathname: string): string | undefined {
  if (!pathname.startsWith('/persons/')) return undefined;
  return pathname.includes('/compare/') ? 'Compare persons' : 'Person';
}

/** The one place that names the window. */
export function useWindowTitle(): void {
  const title = useLocation({ select: ({ pathname }) => windowTitle(pathname) });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
