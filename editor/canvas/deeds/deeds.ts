import { type Adder, adder } from './adder.ts';
import { type Arranger, arranger } from './arranger.ts';
import type { Bench } from './bench.ts';
import { type Copier, copier } from './copier.ts';
import { type Traveller, traveller } from './traveller.ts';

/** What can be done on the canvas, by mouse, keyboard, menu or by name. */
export interface Deeds extends Adder, Arranger, Copier, Traveller {}

export const createDeeds = (bench: Bench): Deeds => ({
  ...adder(bench),
  ...arranger(bench),
  ...copier(bench),
  ...traveller(bench),
});
