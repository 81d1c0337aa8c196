import type { VerifyReport } from '../../../domain/contract/views.ts';
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
    output.words(
      `${report.ok ? 'In order' : `${found} findings`}: ${report.events} events, ${report.streams} streams, ${report.persons} persons in ${report.seconds.toFixed(1)} s`,
    );
    return report.ok ? EXIT.done : EXIT.refused;
  },
};
