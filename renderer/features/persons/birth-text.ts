import { calendarDate, yearsBetween } from '../../ui/format/time.ts';
import type { ExistingPerson } from './person-model.ts';

/** The date of birth, with the age at the moment that is looked at. */
export function birthText(
  { birthDate, lifecycle }: Pick<ExistingPerson, 'birthDate' | 'lifecycle'>,
  moment: string,
): string | null {
  if (birthDate === null) return null;
  const isDead = lifecycle.status === 'deceased';
  const years = yearsBetween(birthDate, isDead ? lifecycle.dateOfDeath : moment);
  if (years === null) return calendarDate(birthDate);
  return `${calendarDate(birthDate)}, ${isDead ? 'lived' : 'aged'} ${years}`;
}
