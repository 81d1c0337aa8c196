import { cli } from './cli.ts';

const DAY_MS = 86_400_000;

/** Read before the program itself: its clock is as far behind. */
function clockBehind(days: number): string {
  const script = `const now = Date.now; Date.now = () => now() - ${days * DAY_MS};`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

/** Carries commands out over the command line so many days ago; fails where one is refused. */
export async function carryOutLongAgo(
  data: string,
  days: number,
  commands: readonly object[],
): Promise<void> {
  const lines = commands.map((command) => JSON.stringify(command)).join('\n');
  const { code, stderr } = await cli(['batch', '--data', data], lines, { NODE_OPTIONS: clockBehind(days) });
  if (code !== 0) throw new Error(`batch ended with ${code}: ${stderr}`);
}
