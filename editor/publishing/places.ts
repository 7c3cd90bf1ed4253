import type { Impact, PlaceInside } from '../../server/api/contract.ts';

/** Where people are, as one row: the same box in several versions is one place to an admin. */
export interface Place {
  readonly node: string;
  readonly title?: string;
  readonly type: string;
  readonly isFollowUp: boolean;
  readonly people: number;
  readonly away: number;
  readonly versions: readonly number[];
  readonly goes?: NonNullable<PlaceInside['goes']>;
}

/** The places of an impact by box, most people first. */
export function placesIn({ places }: Pick<Impact, 'places'>): readonly Place[] {
  const rows = Map.groupBy(places, ({ node, isFollowUp }) => `${node} ${isFollowUp}`);
  return [...rows.values()]
    .flatMap((same): readonly Place[] => {
      const [first] = same;
      if (!first) return [];
      const { node, title, type, isFollowUp } = first;
      // Where they stay in one version and not in the other, the ones that must go somewhere are told of.
      const goes = same.find((place) => place.goes && place.goes.is !== 'stays')?.goes ?? first.goes;
      return [
        {
          ...{ node, type, isFollowUp },
          ...(title !== undefined && { title }),
          people: sum(same.map(({ people }) => people)),
          away: sum(same.map(({ away }) => away)),
          versions: same.map(({ version }) => version).toSorted((a, b) => a - b),
          ...(goes && { goes }),
        },
      ];
    })
    .toSorted((a, b) => b.people - a.people);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
