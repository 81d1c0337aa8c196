import { lockFolder } from '../../store/sqlite/folder-lock.ts';

/** Holds a folder's lock and listens nowhere, until its standard input ends. */
const lock = lockFolder(process.argv[2] ?? '');
process.stdout.write('held\n');
process.stdin.on('end', () => lock.release()).resume();
