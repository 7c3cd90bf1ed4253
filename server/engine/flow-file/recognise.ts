import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';

/** What a file seems to be that is no flow file of ours, as a sentence begins: `a workflow of n8n`. */
export type Foreign = string;

/** Bytes that are no text have become `\ufffd` by the time they are read here. */
const BEGINNINGS: readonly (readonly [begins: (start: string) => boolean, is: Foreign])[] = [
  [begins('PK\u0003\u0004'), 'a ZIP archive; unpack it, and import the .json file in it'],
  [begins('%PDF-'), 'a PDF document'],
  [begins('\ufffdPNG'), 'a picture (PNG)'],
  [begins('GIF8'), 'a picture (GIF)'],
  [(start) => start.startsWith('\ufffd\ufffd\ufffd') && /JFIF|Exif/.test(start), 'a picture (JPEG)'],
  [begins('\u001f\ufffd'), 'a packed file (gzip); unpack it first'],
  [(start) => /^\s*<(?:!doctype html|html)[\s>]/i.test(start), 'a web page'],
  [(start) => /^\s*<\?xml\s/i.test(start), 'an XML file'],
  [(start) => /^\s*(?:spec|name|nodes|version): /.test(start), 'a YAML file'],
];

/** What a text that is no JSON seems to be, by how it begins. */
export function recogniseText(text: string): Foreign | undefined {
  const start = text.slice(0, 400);
  return BEGINNINGS.find(([isIt]) => isIt(start))?.[1];
}

function begins(beginning: string): (start: string) => boolean {
  return (start) => start.startsWith(beginning);
}

/** What JSON of somebody else seems to be, by its shape. Ours, however damaged, is not taken for another's. */
export function recogniseJson(json: Json): Foreign | undefined {
  if (Array.isArray(json)) return isNodeRed(json) ? 'a flow of Node-RED' : undefined;
  if (!isObject(json) || 'spec' in json) return undefined;
  return SHAPES.find(([fits]) => fits(json))?.[1];
}

const listed = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

const isNodeRed = (items: readonly Json[]): boolean =>
  listed(items).some(
    ({ type, z, wires }) => type === 'tab' || (typeof z === 'string' && Array.isArray(wires)),
  );

const isN8n = ({ nodes, connections }: JsonObject): boolean =>
  isObject(connections) &&
  listed(nodes).some(({ type, parameters }) => typeof type === 'string' && isObject(parameters));

const isTypebot = (json: JsonObject): boolean => {
  const { groups, edges } = isObject(json['typebot']) ? json['typebot'] : json;
  return (
    Array.isArray(edges) &&
    listed(groups).some(({ blocks, graphCoordinates }) => Array.isArray(blocks) || isObject(graphCoordinates))
  );
};

const isRapidPro = ({ flows }: JsonObject): boolean =>
  listed(flows).some(
    ({ nodes, action_sets: sets }) =>
      Array.isArray(sets) || listed(nodes).some(({ exits }) => Array.isArray(exits)),
  );

const SHAPES: readonly (readonly [fits: (json: JsonObject) => boolean, is: Foreign])[] = [
  [isN8n, 'a workflow of n8n'],
  [isTypebot, 'a bot of Typebot'],
  [isRapidPro, 'an export of RapidPro or TextIt'],
  [({ nodes }) => listed(nodes).some(({ exits }) => Array.isArray(exits)), 'a flow of RapidPro or TextIt'],
  [({ flow, metadata }) => Array.isArray(flow) && isObject(metadata), 'a scenario of Make'],
  [({ screens }) => Array.isArray(screens), 'a form of WhatsApp Flows, as Meta keeps them'],
  [({ diagrams, version }) => isObject(diagrams) && isObject(version), 'a project of Voiceflow'],
  [({ openapi, swagger }) => typeof (openapi ?? swagger) === 'string', 'the description of an API'],
  [
    ({ lockfileVersion, dependencies }) => lockfileVersion !== undefined || isObject(dependencies),
    'a list of program packages',
  ],
];
