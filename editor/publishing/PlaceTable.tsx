import { Select, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { GraphView, Impact, NodeTypeView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { namesOf } from './names.ts';
import { type Place, placesIn } from './places.ts';
import { publishingTexts } from './texts.ts';
import type { Inside } from './use-preview.ts';

interface PlaceTableProps {
  readonly impact: Pick<Impact, 'places'>;
  readonly target: GraphView;
  readonly types: ReadonlyMap<string, NodeTypeView>;
  readonly inside: Inside;
  onChange(inside: Inside): void;
}

/** Where people are, and, when they are taken along, where each goes. */
export function PlaceTable({ impact, target, types, inside, onChange }: PlaceTableProps) {
  const t = useTexts(publishingTexts);
  const words = useNodeWords();
  const places = useMemo(() => placesIn(impact), [impact]);
  const names = useMemo(() => namesOf([target], types, words), [target, types, words]);
  const moves = inside.how === 'move';
  const nameOf = ({ title, type }: Place): string => title ?? names.type(type);
  return (
    <Table.ScrollContainer minWidth={320} maxHeight={260}>
      <Table verticalSpacing={6} className="inside-places">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('where')}</Table.Th>
            <Table.Th className="inside-count">{t('count')}</Table.Th>
            {moves && <Table.Th>{t('next')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map((place) => (
            <Table.Tr key={`${place.node} ${place.isFollowUp}`}>
              <Table.Td>
                <Text size="sm">{nameOf(place)}</Text>
                <Text size="xs" c="dimmed">
                  {[
                    t('inVersions', { versions: place.versions.join(', ') }),
                    ...(place.isFollowUp ? [t('followUps')] : []),
                    ...(place.away === place.people ? [t('away')] : []),
                    ...(moves && place.goes?.is !== 'stays' ? [t('isGone')] : []),
                  ].join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td className="inside-count">{place.people}</Table.Td>
              {moves && (
                <Table.Td>
                  <WayOn
                    place={place}
                    name={nameOf(place)}
                    names={names}
                    target={target}
                    chosen={inside.map?.[place.node]}
                    onChoose={(node) => onChange({ ...inside, map: mapWith(inside.map, place.node, node) })}
                  />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Without a target, they go where the flow leads them. */
function mapWith(map: Inside['map'] = {}, node: string, target: string | undefined) {
  const { [node]: _, ...others } = map;
  return target === undefined ? others : { ...others, [node]: target };
}

interface WayOnProps extends Pick<PlaceTableProps, 'target'> {
  readonly place: Place;
  readonly name: string;
  readonly names: ReturnType<typeof namesOf>;
  readonly chosen: string | undefined;
  onChoose(node: string | undefined): void;
}

const BY_ITSELF = '';

function WayOn({ place: { goes }, name, names, target, chosen, onChoose }: WayOnProps) {
  const t = useTexts(publishingTexts);
  if (!goes || goes.is === 'stays') return <Text size="sm">{t('staysHere')}</Text>;
  const suggested = goes.is === 'arrives' ? t('goesTo', { name: names.node(goes.node) }) : t('leavesFlow');
  const others = target.graph.nodes.filter(({ id }) => goes.is !== 'arrives' || id !== goes.node);
  return (
    <Select
      size="xs"
      aria-label={t('whereTo', { name })}
      allowDeselect={false}
      searchable
      comboboxProps={{ withinPortal: true }}
      value={chosen ?? BY_ITSELF}
      onChange={(node) => onChoose(node === null || node === BY_ITSELF ? undefined : node)}
      data={[
        { value: BY_ITSELF, label: suggested },
        ...others.map(({ id }) => ({ value: id, label: t('goesTo', { name: names.node(id) }) })),
      ]}
    />
  );
}
