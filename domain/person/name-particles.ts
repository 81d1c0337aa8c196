import { foldText } from './fold-text.ts';

const PARTICLES = new Set(
  `a af al ap av aw ben bin bint d da das de de' degli dei del della den der des di do dos du e el f i ibn in
   la las le les lo los mac mc o of op os st ten ter till und van von vom y zu zum zur 't`.split(/\s+/),
);

/** Particles belong to the family name (`van`, `de la`); other prefixes are titles and come first of all. */
export function isParticle(prefix: string): boolean {
  const words = foldText(prefix).split(/[ -]/);
  return words.every((word) => PARTICLES.has(word));
}
