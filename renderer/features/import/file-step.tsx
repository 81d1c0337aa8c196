import type { ImportInspection } from '../../../domain/contract/import.ts';
import type { Reading } from '../../../domain/contract/import-mapping.ts';
import { countOf, formatBytes, formatCount } from '../../ui/format/number.ts';
import { Field } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { Select } from '../../ui/form/select.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page.tsx';
import styles from './import.module.css';
import { encodings, formats, separators } from './reading-choices.ts';
import type { ImportUnderWay } from './use-import.ts';

/** How the file is read, and what its first rows are. */
export function FileStep({ underWay }: { readonly underWay: ImportUnderWay }) {
  const { inspection } = underWay;
  const { file, rows, paths, warnings } = inspection;
  const about = rows.exact ? '' : 'about ';
  return (
    <>
      <p className={styles['facts']}>
        {`${formatBytes(file.bytes)} · ${about}${countOf(rows.estimated, 'row')} · ${countOf(paths.length, 'column')}`}
        {rows.exact ? null : (
          <span className={styles['note']}>{` worked out from the first ${formatCount(rows.lookedAt)}`}</span>
        )}
      </p>
      <ReadingForm underWay={underWay} />
      {warnings.map(({ code, message }) => (
        <Notice key={code} tone="attention" title={message}>
          Code <code>{code}</code>
        </Notice>
      ))}
      <FirstRows inspection={inspection} />
    </>
  );
}

function ReadingForm({ underWay }: { readonly underWay: ImportUnderWay }) {
  const { inspection, reading, setReading } = underWay;
  const found = inspection.reading;
  const change = (changes: Partial<Reading>) => setReading({ ...reading, ...changes });
  const pick = <T extends string>(options: readonly { readonly value: T }[], value: string) =>
    options.find((option) => option.value === value)?.value;
  return (
    <div className={styles['reading']}>
      <Field label="Format" required help={reading.format === undefined ? 'Detected' : 'As you chose'}>
        <Select
          value={found.format}
          options={formats}
          onChange={(value) => {
            const format = pick(formats, value);
            setReading({
              ...(reading.encoding !== undefined && { encoding: reading.encoding }),
              ...(format !== undefined && { format }),
            });
          }}
        />
      </Field>
      <Field
        label="Encoding"
        required
        help={
          reading.encoding === undefined
            ? 'Detected'
            : found.encoding === reading.encoding
              ? 'As you chose'
              : 'As the file’s own mark says'
        }
      >
        <Select
          value={found.encoding}
          options={encodings(found.encoding)}
          onChange={(value) => change({ encoding: value })}
        />
      </Field>
      {found.format === 'csv' ? (
        <Field
          label="Separator"
          required
          help={reading.separator === undefined ? 'Detected' : 'As you chose'}
        >
          <Select
            value={found.separator ?? ','}
            options={separators}
            onChange={(value) => {
              const separator = pick(separators, value);
              if (separator !== undefined) change({ separator });
            }}
          />
        </Field>
      ) : null}
      {found.format === 'json' ? (
        <Field label="List of persons" required help="Keys with dots between them; empty for the whole file">
          <TextInput
            mono
            key={found.arrayPath}
            defaultValue={found.arrayPath ?? ''}
            onBlur={(event) => change({ arrayPath: event.target.value.trim() })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') change({ arrayPath: event.currentTarget.value.trim() });
            }}
          />
        </Field>
      ) : null}
    </div>
  );
}

function FirstRows({ inspection: { paths, firstRows } }: { readonly inspection: ImportInspection }) {
  if (firstRows.length === 0) return null;
  return (
    <PageSection title="First rows" className={styles['first']}>
      {/* Scrolled by the keyboard, so it is reached by Tab. */}
      <div className={styles['sheet']} role="group" aria-label="First rows of the file" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Row</span>
              </th>
              {paths.map(({ path, kind }) => (
                <th key={path} scope="col">
                  <bdi>{path}</bdi>
                  <span className={styles['kind']}>{kind}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.map((cells, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {cells.map((cell, at) => (
                  <td key={paths[at]?.path} data-hint="">
                    {cell === null ? <span className={styles['none']}>—</span> : <bdi>{cell}</bdi>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PageSection>
  );
}
