import { MOD_KEY } from '../../ui/hooks/use-hotkeys.ts';

/** Whom the tour can show. Null where there is nobody of the kind. */
export interface TourScene {
  readonly person: { readonly personId: string; readonly name: string; readonly version: number } | null;
  /** Somebody who may be the same person as somebody else. */
  readonly twin: { readonly personId: string; readonly name: string } | null;
}

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Address of the page that is shown with it. */
  readonly to: string;
  /** What it stands beside: a selector, the first that is found. */
  readonly anchor: string;
}

const railLink = (address: string): string => `nav[aria-label="Areas"] a[href^="#${address}"]`;
/** The box with its magnifier and its key, not the bare input. */
const SEARCH = '[data-search-box]';
const HISTORY = 'ol[aria-label="What happened, newest first"]';

function persons({ person }: TourScene): TourStep {
  const text =
    person === null
      ? 'Everybody on record stands here. Nobody does yet: C creates the first one, and from then on everything about them is kept.'
      : 'Everybody on record. ↑ and ↓ walk through the rows, Space shows one beside the list, Enter opens the page.';
  return { title: 'Persons', text, to: '/persons', anchor: railLink('/persons') };
}

const search: TourStep = {
  title: 'Find and narrow',
  text: '/ searches names, e-mail, employers, skills and tags. F narrows the list by what they have in common. Either can be saved under a name.',
  to: '/persons',
  anchor: SEARCH,
};

function history({ person }: TourScene): readonly TourStep[] {
  if (person === null) return [];
  const { personId, name, version } = person;
  const page = `/persons/${personId}`;
  const past = Math.max(1, Math.floor(version / 2));
  const steps: readonly TourStep[] = [
    {
      title: 'Every change is kept',
      text: `The record of ${name} is the sum of these events: what changed, who did it, when and why. Nothing is overwritten.`,
      to: page,
      anchor: `${HISTORY} > li:first-child`,
    },
    {
      title: 'Look back',
      text: `The whole page as it was at version ${past}. Walk on with the slider; nothing can be changed in the past.`,
      to: `${page}?asOf=${past}`,
      anchor: '[aria-label="Looking back"]',
    },
  ];
  return version > 1 ? steps : steps.slice(0, 1);
}

function duplicates({ twin }: TourScene): TourStep {
  const title = 'Two records of one person';
  if (twin === null) {
    return {
      title,
      text: 'Records that look alike are found as they come up, with what speaks for it. At the moment there are none: F filters for them.',
      to: '/persons',
      anchor: `button[aria-label="Filter"], ${SEARCH}`,
    };
  }
  return {
    title,
    text: `${twin.name} seems to be there twice, and the page says why. Compare both side by side, then let one lead to the other.`,
    to: `/persons/${twin.personId}`,
    anchor: 'ul:has(a[href*="/compare/"])',
  };
}

const log: TourStep = {
  title: 'The event log',
  text: 'All events of all persons in the order in which they happened, filtered by type, person, actor or time. New ones appear by themselves.',
  to: '/log',
  anchor: railLink('/log'),
};
const maintenance: TourStep = {
  title: 'Maintenance',
  text: 'Checks the log against what the pages show, builds views again, writes backups and exports, while work goes on.',
  to: '/maintenance',
  anchor: railLink('/maintenance'),
};
const palette: TourStep = {
  title: 'From everywhere',
  text: `${MOD_KEY}+K goes to a page, finds a person or does something. ? lists all keys. This tour is found in both, and in the settings.`,
  to: '/persons',
  anchor: 'footer[aria-label="Status"] button',
};

/** The tour through what there is: where somebody is missing, the steps that need them are. */
export function tourSteps(scene: TourScene): readonly TourStep[] {
  return [persons(scene), search, ...history(scene), duplicates(scene), log, maintenance, palette];
}
