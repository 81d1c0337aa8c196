import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { Mark } from '../../ui/mark.tsx';
import styles from './first-run.module.css';
import { OperatorForm } from './operator-form.tsx';

/** One calm page before anything else: who works here. */
export function FirstRun({ info }: { readonly info: ProcedureOutput<'console.info'> }) {
  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <Mark />
        <h1 className={styles['title']}>Who works here?</h1>
        <p className={styles['text']}>
          This console keeps a history of every change and of who made it. You can change the name later, at
          the bottom of the rail.
        </p>
        <OperatorForm operator="" action="Begin" />
        <dl className={styles['facts']}>
          <dt>Data folder</dt>
          <dd className="mono">{info.dataFolder}</dd>
          <dt>Version</dt>
          <dd className="mono">{`${info.product} ${info.version}`}</dd>
        </dl>
      </div>
    </main>
  );
}
