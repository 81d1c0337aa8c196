import { Words } from '../../../ui/words.tsx';
import type { WordLine } from '../../../words/word-line.ts';
import { PersonName } from '../person-name.tsx';
import styles from './compare.module.css';
import type { Otherwise } from './compare-rows.ts';
import { CopyButton, type CopyTarget } from './copy-button.tsx';
import type { DetailDifference } from './detail-differences.ts';

interface DifferencesProps extends CopyTarget {
  /** The part whose fields these are. */
  readonly what: string;
  readonly otherwise: Otherwise;
}

/** What a part says differently from the one like it: the other column has the same fields as they are there. */
export function Differences({ what, otherwise: { componentId, differences }, ...target }: DifferencesProps) {
  return (
    <ul className={styles['differences']} aria-label={`What differs of ${what}`}>
      {differences.map((difference, index) => (
        <Difference key={index} {...{ difference, what, componentId, target }} />
      ))}
    </ul>
  );
}

interface DifferenceProps {
  readonly difference: DetailDifference;
  readonly what: string;
  readonly componentId: string;
  readonly target: CopyTarget;
}

function Difference({ difference, what, componentId, target }: DifferenceProps) {
  const { label, lines, changes } = difference;
  return (
    <li className={styles['difference']}>
      <dl>
        {lines.map((line, index) => (
          <div key={index}>
            <dt>{line.label}</dt>
            <dd dir="auto">
              <Here line={line} />
            </dd>
          </div>
        ))}
      </dl>
      {changes === null ? null : (
        <CopyButton
          {...target}
          what={`${what}, ${label.toLowerCase()}`}
          needs="editComponent"
          onCopy={() => target.copyOver.give({ label, componentId, changes }, target.other)}
        />
      )}
    </li>
  );
}

function Here({ line: { after, person } }: { readonly line: WordLine }) {
  if (person !== undefined) return <PersonName personId={person} />;
  return after === undefined ? '—' : <Words text={after} />;
}
