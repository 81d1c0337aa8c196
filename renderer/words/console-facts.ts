import type { ProcedureOutput } from '../../domain/contract/procedures.ts';
import { formatBytes, formatCount } from '../ui/format/number.ts';
import type { Fact } from '../ui/fact-list.tsx';

type Info = ProcedureOutput<'console.info'>;

/** Where the data is and how much of it. */
export function dataFacts(info: Info): readonly Fact[] {
  return [
    { label: 'Data folder', value: info.dataFolder, copy: true },
    { label: 'Origin', value: info.origin, copy: true },
    { label: 'Events on the log', value: formatCount(info.events) },
    { label: 'Size of the log', value: formatBytes(info.logBytes) },
    { label: 'Changes to go out', value: formatCount(info.pendingCommits) },
  ];
}

/** What runs, for whoever has to know it to help. */
export function versionFacts(info: Info): readonly Fact[] {
  return [
    { label: 'Version', value: `${info.product} ${info.version}` },
    { label: 'Runs on', value: `${info.runtime}, Node ${info.node}, SQLite ${info.sqlite}`, copy: true },
  ];
}
