import { type Preferences, usePreferences } from './preferences.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

function apply({ theme, density }: Preferences): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  root.dataset['density'] = density;
}

/** Puts theme and density on the document, now and whenever the choice or the system's changes. */
export function followAppearance(): void {
  apply(usePreferences.getState());
  usePreferences.subscribe(apply);
  dark.addEventListener('change', () => apply(usePreferences.getState()));
}
