import type { Clock } from '../../domain/ports/clock.ts';

export const PRODUCT = 'Person Console';

export const systemClock: Clock = { now: () => Date.now() };
