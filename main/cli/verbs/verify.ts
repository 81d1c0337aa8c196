import type { VerifyReport } from '../../../domain/contract/views.ts';
import { counted } from '../counted.ts';
import { EXIT } from '../output.ts';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

function summaryOf({ ok, findings, unlisted, events, streams, persons, seconds }: VerifyReport): string {
  const found = ok ? 'In order' : counted(findings.length + unlisted, 'finding');
  const looked = [counted(events, 'event'), counted(streams, 'stream'), counted(persons, 'person')].join(
    ', ',
  );
  return `${found}: ${looked} in ${seconds.toFixed(1)} s`;
}

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
    output.words(summaryOf(report));
    return report.ok ? EXIT.done : EXIT.refused;
  },
};
