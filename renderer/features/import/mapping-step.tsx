import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { samplesQuery } from '../../bridge/import-queries.ts';
import { LineField } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useDebounced } from '../../ui/hooks/use-debounced.ts';
import { componentTypes } from '../../../domain/contract/forms.ts';
import { beginCalm, endCalm, toldProblems, useCalmRule } from './calm-rule.ts';
import { RuleCard } from './component-rule.tsx';
import { type Editor, EditorContext, useEditor } from './editor-context.ts';
import { PageSection } from '../../ui/page.tsx';
import styles from './mapping.module.css';
import { edited, newRule, placeName, valuesIn } from './mapping-edit.ts';
import { LeftBehind } from './left-behind.tsx';
import { MappingBar } from './mapping-bar.tsx';
import { problemsOf, valueProblem } from './mapping-problems.ts';
import { PersonMapping } from './person-mapping.tsx';
import { ProblemsNotice } from './problems-notice.tsx';
import type { ImportUnderWay } from './use-import.ts';
import { useKeys } from './use-keys.ts';

const SETTLE_MS = 250;

function useSamples(fileId: string, mapping: ImportMapping, row: number) {
  const settled = useDebounced(mapping, SETTLE_MS);
  const values = useMemo(
    () =>
      Object.fromEntries(
        valuesIn(settled)
          .filter(({ value }) => valueProblem(value) === null)
          .map(({ place, value, each }) => [
            placeName(place),
            { value, ...(each !== undefined && { each }) },
          ]),
      ),
    [settled],
  );
  return useQuery(samplesQuery({ fileId, reading: mapping.reading, row, values })).data?.samples ?? {};
}

export interface MappingStepProps {
  readonly underWay: ImportUnderWay;
  readonly mapping: ImportMapping;
}

/** What of the file becomes what of a person. */
export function MappingStep({ underWay, mapping }: MappingStepProps) {
  const { fileId, inspection, setMapping } = underWay;
  const [row, setRow] = useState(1);
  const samples = useSamples(fileId, mapping, row);
  const calm = useCalmRule((store) => store.index);
  useEffect(() => endCalm, []);
  const problems = toldProblems(problemsOf(mapping), calm);
  const editor: Editor = {
    mapping,
    paths: inspection.paths,
    samples,
    problems: new Map(problems.map(({ at, message }) => [at, message])),
    edit: (place, value) => {
      // Rules that are added, moved or removed stand in other places.
      if (place[0] === 'components' && place.length <= 2) endCalm();
      setMapping(edited(mapping, place, value));
    },
    replace: setMapping,
  };
  return (
    <EditorContext value={editor}>
      <MappingBar underWay={underWay} mapping={mapping} />
      <ProblemsNotice problems={problems} />
      <SampleRow row={row} rows={Math.min(20, inspection.rows.lookedAt)} onRow={setRow} />
      <PersonMapping />
      <Components />
      <LeftBehind inspection={inspection} />
    </EditorContext>
  );
}

interface SampleRowProps {
  readonly row: number;
  readonly rows: number;
  readonly onRow: (row: number) => void;
}

function SampleRow({ row, rows, onRow }: SampleRowProps) {
  return (
    <div className={styles['sampleRow']}>
      <p aria-live="polite">{`Row ${row} gives`}</p>
      <IconButton
        icon={ChevronLeft}
        size="small"
        label="The row before"
        disabled={row <= 1}
        onClick={() => onRow(row - 1)}
      />
      <IconButton
        icon={ChevronRight}
        size="small"
        label="The next row"
        disabled={row >= rows}
        onClick={() => onRow(row + 1)}
      />
    </div>
  );
}

const types = Object.entries(componentTypes)
  .map(([value, { title }]) => ({ value, label: title }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

function Components() {
  const { mapping, edit } = useEditor();
  const { components } = mapping;
  const keys = useKeys(components);
  const add = (type: string) => {
    if (!Object.hasOwn(componentTypes, type)) return;
    edit(['components', components.length], newRule(mapping, type as keyof typeof componentTypes));
    beginCalm(components.length);
  };
  return (
    <PageSection title="Components" className={styles['components']}>
      <p className={styles['lead']}>
        One rule for each kind of fact, for every row or for every entry of a nested list. Where two say the
        same, the lower one counts.
      </p>
      {components.length === 0 ? null : (
        <ol className={styles['rules']}>
          {components.map((rule, index) => (
            <RuleCard key={keys[index]} rule={rule} index={index} />
          ))}
        </ol>
      )}
      <LineField id="import-new-rule" label="Another rule for">
        <span className={styles['short']}>
          <Select
            value=""
            options={[{ value: '', label: 'Choose a kind of component…' }, ...types]}
            onChange={add}
          />
        </span>
      </LineField>
    </PageSection>
  );
}
