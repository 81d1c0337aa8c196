/**
 * Only what was shipped, only from our own origin. No inline script or style, no frames, no forms that leave, no
 * network: data comes over the bridge alone.
 */
const packaged = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

export const contentSecurityPolicy = written(packaged);

/** Hot reload injects inline scripts and styles and speaks over a web socket; never used in a packaged console. */
export function developmentPolicy(server: URL): string {
  return written({
    ...packaged,
    'script-src': "'self' 'unsafe-inline'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'connect-src': `'self' ws://${server.host}`,
  });
}
