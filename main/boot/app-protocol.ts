import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { PageOrigin } from '../ipc/validate-sender.ts';
import { contentSecurityPolicy } from './csp.ts';

export const appOrigin: PageOrigin = { protocol: 'app:', host: 'console' };
export const appUrl = `${appOrigin.protocol}//${appOrigin.host}/`;

/** Types are named, never guessed: with `nosniff` a wrong one is not executed. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function refused(status: number, words: string): Response {
  return new Response(words, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** The file that a URL path means, inside `root`; null where it leads outside or cannot be read as a path. */
function fileOf(root: string, pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(join(root, path));
  return file.startsWith(resolve(root) + sep) || file === resolve(root) ? file : null;
}

async function serve(file: string): Promise<Response> {
  const type = types[extname(file)];
  if (type === undefined) return refused(404, 'No such file');
  try {
    const body = await readFile(file);
    return new Response(new Uint8Array(body), { headers: { ...headers, 'Content-Type': type } });
  } catch {
    return refused(404, 'No such file');
  }
}

/**
 * Serves the renderer's files from `root` under app://console/. Paths without an extension are the renderer's own
 * routes and get its page.
 */
export function createAppHandler(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refused(405, 'Only GET is served');
    const url = new URL(request.url);
    if (url.protocol !== appOrigin.protocol || url.host !== appOrigin.host)
      return refused(404, 'No such host');
    const file = fileOf(root, url.pathname);
    if (file === null) return refused(400, 'Not a path of this application');
    return serve(extname(file) === '' ? join(root, 'index.html') : file);
  };
}
