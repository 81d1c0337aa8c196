import type { LinkStatus } from '../../../domain/contract/link.ts';
import { classNames } from '../../ui/class-names.ts';
import { PageSection } from '../../ui/page.tsx';
import styles from './link.module.css';

/** What the server does not take for another reason than that somebody was faster. It is tried again. */
export function RefusedSection({ refused }: Pick<LinkStatus, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <PageSection title="Not taken by the server">
      <table className={classNames(styles['table'], styles['three'])}>
        <thead>
          <tr>
            <th scope="col">Stream</th>
            <th scope="col">What the server says</th>
            <th scope="col">Code</th>
          </tr>
        </thead>
        <tbody>
          {refused.map(({ streamId, description, code }) => (
            <tr key={streamId}>
              <th scope="row" className="mono">
                {streamId}
              </th>
              <td>{description}</td>
              <td>
                <code>{code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageSection>
  );
}
