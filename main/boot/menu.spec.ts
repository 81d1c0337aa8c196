import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

const rolesOf = (packaged: boolean, platform: NodeJS.Platform): string =>
  JSON.stringify(menuTemplate(packaged, platform));

describe('menu', () => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'offers no developer tools in a packaged console (%s)',
    (platform) => {
      expect(rolesOf(true, platform)).not.toMatch(/toggleDevTools|reload/i);
      expect(rolesOf(false, platform)).toContain('toggleDevTools');
    },
  );

  it('can be left the way the platform is used to', () => {
    expect(rolesOf(true, 'linux')).toContain('"quit"');
    expect(rolesOf(true, 'darwin')).toContain('"appMenu"');
  });
});
