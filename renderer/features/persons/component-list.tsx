import { BadgeCheck, Pencil, Plus, Puzzle, Star, Tag, Trash2 } from 'lucide-react';
import { definitionOf } from '../../../domain/contract/forms.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { humanize } from '../../ui/format/labels.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Words } from '../../ui/words.tsx';
import styles from './component-list.module.css';
import { ComponentMenu } from './component-menu.tsx';
import { type Fact, factsOf, headlineOf, isSaid } from '../../words/data-words.ts';
import { fieldsOfType } from './forms/component-values.ts';
import { useOpenForm } from './forms/use-open-form.ts';
import { type Abilities, type Component, type ExistingPerson, sectionsOf } from './person-model.ts';
import { PersonName } from './person-name.tsx';
import { OthersThere } from './related.tsx';
import { typeTitle } from '../../words/type-title.ts';

export interface ComponentListProps {
  readonly person: ExistingPerson;
  readonly can: Abilities;
  /** Level of the groups' headings: one below the person's name. */
  readonly heading: 'h2' | 'h3';
}

/** Everything the person consists of, by group, each field in words. */
export function ComponentList({ person, can, heading: Heading }: ComponentListProps) {
  const open = useOpenForm();
  const add = () => open({ form: 'add-component', person: person.personId });
  const sections = sectionsOf(person);
  if (sections.length === 0) {
    return (
      <EmptyState
        icon={Puzzle}
        title="No components yet"
        actions={
          can.addComponent ? (
            <Button icon={Plus} onClick={add}>
              Add component
            </Button>
          ) : undefined
        }
      >
        E-mail addresses, phone numbers, employments, skills and all else that is known would stand here.
      </EmptyState>
    );
  }
  return (
    <div className={styles['sections']}>
      <div className={styles['flow']}>
        {sections.map((section) => (
          <section key={section.group} className={styles['section']} aria-label={section.title}>
            <Heading className={styles['heading']}>
              {section.title}
              <span className={styles['count']}>{section.components.length}</span>
            </Heading>
            <ul>
              {section.components.map((component, index) => (
                <ComponentEntry
                  key={component.componentId}
                  personId={person.personId}
                  component={component}
                  can={can}
                  again={section.components[index - 1]?.type === component.type}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

interface EntryProps {
  readonly personId: string;
  readonly component: Component;
  readonly can: Abilities;
  /** The entry above is of the same type, so that the type need not be said again. */
  readonly again: boolean;
}

/** Facts that the headline has said already need no second line. */
function detailFacts(component: Component, headline: string): readonly Fact[] {
  const facts = factsOf(fieldsOfType(component.type), component.data);
  const custom = Object.entries(component.custom).map(([label, value]) => ({
    label: humanize(label),
    value,
  }));
  const isNew = (fact: Fact) => !isSaid(headline, fact.raw ?? fact.value);
  return [...(definitionOf(component.type) === undefined ? facts : facts.filter(isNew)), ...custom];
}

function ComponentEntry({ personId, component, can, again }: EntryProps) {
  const open = useOpenForm();
  const headline = headlineOf(component.type, component.data);
  const facts = detailFacts(component, headline);
  const target = { person: personId, component: component.componentId };
  const title = typeTitle(component.type);
  return (
    <li className={styles['entry']}>
      <span className={styles['type']}>
        {again ? <span className="visually-hidden">{title}</span> : title}
      </span>
      <div className={styles['content']}>
        <div className={styles['headline']}>
          <bdi className={styles['label']} data-hint="">
            <Words text={headline} spelt />
          </bdi>
          <Marks component={component} />
        </div>
        {facts.length === 0 ? null : <Facts facts={facts} />}
        <OthersThere personId={personId} component={component} />
      </div>
      <span className={styles['actions']}>
        {can.editComponent ? (
          <ComponentMenu title={title} headline={headline} {...{ component, target }} />
        ) : null}
        {can.editComponent ? (
          <IconButton
            size="small"
            icon={Pencil}
            label={`Edit ${title.toLowerCase()}: ${headline}`}
            onClick={() => open({ form: 'edit-component', ...target })}
          />
        ) : null}
        {can.removeComponent ? (
          <IconButton
            size="small"
            icon={Trash2}
            label={`Remove ${title.toLowerCase()}: ${headline}`}
            onClick={() => open({ form: 'remove-component', ...target })}
          />
        ) : null}
      </span>
    </li>
  );
}

function Marks({ component }: { readonly component: Component }) {
  return (
    <span className={styles['marks']}>
      {component.primary ? (
        <span className={styles['mark']}>
          <Star aria-hidden size={12} />
          Primary
        </span>
      ) : null}
      {component.verified ? (
        <span className={styles['mark']}>
          <BadgeCheck aria-hidden size={12} />
          Verified
        </span>
      ) : null}
      {component.tags.map((tag) => (
        <span key={tag} className={styles['tag']}>
          <Tag aria-hidden size={12} />
          <span className="visually-hidden">Tag </span>
          {tag}
        </span>
      ))}
    </span>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact, index) => (
        <div key={`${fact.label} ${index}`} className={fact.wide === true ? styles['wide'] : styles['fact']}>
          <dt>{fact.label}</dt>
          <dd dir="auto">
            {fact.person === undefined ? <Words text={fact.value} /> : <PersonName personId={fact.person} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
