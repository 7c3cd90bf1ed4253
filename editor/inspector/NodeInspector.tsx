import { Alert } from '@mantine/core';
import { IconHelpHexagon } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { Json } from '../../nodes/contract/json.ts';
import type { NodeTypeView } from '../../server/api/contract.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import type { How, Surroundings } from '../forms/FormContext.tsx';
import { SchemaForm } from '../forms/SchemaForm.tsx';
import { useVariables } from '../forms/use-variables.ts';
import type { NodeVariables } from '../forms/variables.ts';
import { formOf } from '../lib/faces.ts';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { withParam, withSample } from './edits.ts';
import { inspectorTexts } from './inspector-texts.ts';
import { NodeDeeds } from './NodeDeeds.tsx';
import { NodeHead } from './NodeHead.tsx';
import { NodeTroubles } from './NodeTroubles.tsx';
import { useNodeProblems } from './use-node-problems.ts';
import { VariableUses } from './VariableUses.tsx';
import { WaysOut } from './WaysOut.tsx';

/** One box: what it is called, what is wrong with it, its settings, where it goes on. */
export function NodeInspector({ node }: { readonly node: GraphNode }) {
  const type = useDesk((desk) => desk.types.get(node.type));
  const variables = useVariables(node.id);
  return (
    <>
      <NodeHead node={node} type={type} />
      <NodeTroubles node={node.id} />
      <Settings node={node} type={type} variables={variables} />
      <WaysOut node={node} />
      <VariableUses variables={variables} />
      <NodeDeeds node={node} isOpen={!isDrawn(node, type)} />
    </>
  );
}

const isDrawn = (node: GraphNode, type: NodeTypeView | undefined): type is NodeTypeView =>
  type !== undefined && node.v <= type.v;

interface SettingsProps {
  readonly node: GraphNode;
  readonly type: NodeTypeView | undefined;
  readonly variables: NodeVariables | undefined;
}

function Settings({ node, type, variables }: SettingsProps) {
  const t = useTexts(inspectorTexts);
  if (!isDrawn(node, type))
    return (
      <Alert color="orange" variant="light" icon={<IconHelpHexagon aria-hidden />}>
        {type ? t('newer') : t('unknown', { type: node.type })}
      </Alert>
    );
  if (Object.keys(type.params.properties).length === 0 && Object.keys(node.params).length === 0)
    return <p className="inspector-quiet">{t('noSettings')}</p>;
  return <NodeForm node={node} type={type} variables={variables} />;
}

function NodeForm({ node, type, variables }: SettingsProps & { readonly type: NodeTypeView }) {
  const { id } = node;
  const desk = useDeskStore();
  const isReadOnly = useDesk((one) => one.isReadOnly);
  const sample = useDesk(({ document }) => document.samples?.[id]);
  const aim = useDesk((one) => (one.aim?.node === id ? one.aim : undefined));
  const problems = useNodeProblems(id);
  const words = useNodeWords();
  const change = useCallback(
    (path: string, value: Json | undefined, how: How) =>
      desk.getState().edit(withParam(id, path, value), how === 'typing' ? { joins: `${id} ${path}` } : {}),
    [desk, id],
  );
  const around = useMemo<Surroundings>(
    () => ({
      nodeType: type.type,
      ...(variables && { variables }),
      ...(sample && { sample }),
      pin: (next) => desk.getState().edit(withSample(id, next)),
    }),
    [type.type, variables, sample, desk, id],
  );
  const target = useMemo(
    () => (aim?.field === undefined ? undefined : { field: aim.field, turn: aim.turn }),
    [aim],
  );
  return (
    <SchemaForm
      schema={words.schemaOf(type)}
      value={node.params}
      isReadOnly={isReadOnly}
      hints={formOf(node.type)}
      problems={problems}
      around={around}
      change={change}
      {...(target && { aim: target })}
    />
  );
}
