import { Plus } from 'lucide-react';
import type { ImportInspection } from '../../../domain/contract/import.ts';
import { countOf } from '../../ui/format/number.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { missingColumns, unmapped } from './columns.ts';
import { useEditor } from './editor-context.ts';
import { asAttribute } from './mapping-edit.ts';
import { PageSection } from '../../ui/page.tsx';
import styles from './mapping.module.css';

/** What the file has and nothing is made of: nothing is left behind unseen. */
export function LeftBehind({ inspection }: { readonly inspection: ImportInspection }) {
  const { mapping, replace } = useEditor();
  const left = unmapped(inspection, mapping);
  const missing = missingColumns(inspection, mapping);
  return (
    <PageSection title="Not mapped" className={styles['components']}>
      {missing.length === 0 ? null : (
        <Notice
          tone="attention"
          title={`The mapping reads ${countOf(missing.length, 'column')} that the first rows do not have`}
        >
          <bdi>{missing.join(', ')}</bdi>
        </Notice>
      )}
      {left.length === 0 ? (
        <p className={styles['lead']}>Every column of the file goes somewhere.</p>
      ) : (
        <>
          <p className={styles['lead']}>
            {`${countOf(left.length, 'column')} of the file will not be imported. A single one can be kept as an attribute.`}
          </p>
          <ul className={styles['left']} aria-label="Columns that are not mapped">
            {left.map(({ name, path, sample, why }) => (
              <li key={name} className={styles['leftOne']}>
                <p className={styles['leftWhat']}>
                  <bdi className={styles['leftName']}>{name}</bdi>
                  <bdi className={styles['leftSample']}>{sample}</bdi>
                </p>
                {why === null ? null : (
                  <p className={styles['leftWhy']}>
                    <bdi>{why}</bdi>
                  </p>
                )}
                {path === null ? null : (
                  <IconButton
                    icon={Plus}
                    size="small"
                    label={`Keep ${name} as an attribute`}
                    onClick={() => replace(asAttribute(mapping, path))}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </PageSection>
  );
}
