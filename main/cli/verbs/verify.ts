import type { VerifyReport } from '../../../domain/contract/views.ts';
import { countOf } from '../count-words.ts';
import { EXIT } from '../output.ts';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

export const verify: Verb = {
  usage: 'verify --data DIR',
  summary: 'Check the log, its streams, and every view against an independent fold',
  help: ['Standard output: the report as JSON. The exit code is 1 where anything was found.'],
  positionals: 0,
  needsLog: true,
  run: async ({ output, session }) => {
    const engine = await session();
    const reply = await engine.call('log.verify', {});
    const code = await printReply(output, reply);
    if (!reply.ok) return code;
    const report = reply.value as VerifyReport;
    for (const finding of report.findings) output.words(finding.message);
    const found = report.findings.length + report.unlisted;
    const read = [
      countOf(report.events, 'event'),
      countOf(report.streams, 'stream'),
      countOf(report.persons, 'person'),
    ].join(', ');
    output.words(
      `${report.ok ? 'In order' : countOf(found, 'finding')}: ${read} in ${report.seconds.toFixed(1)} s`,
    );
    return report.ok ? EXIT.done : EXIT.refused;
  },
};
