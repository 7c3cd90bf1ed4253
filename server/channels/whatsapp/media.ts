import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { type NumberAccess, SendFailure } from '../channel.ts';
import { failureOf, unanswered } from './failures.ts';
import { numberIn, present, textIn } from './foreign.ts';
import type { Graph } from './graph.ts';

/** A file to be sent. */
export interface UploadedFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly filename: string;
}

/** What Meta knows about a file; its URL lives for five minutes and asks for the token. */
export interface FoundMedia {
  readonly url: string;
  readonly mime: string;
  readonly bytes?: number;
  readonly sha256?: string;
}

/** A file on its way to us. `content` must be read to its end or destroyed. */
export interface DownloadedMedia {
  readonly mime: string;
  readonly bytes?: number;
  readonly content: Readable;
}

/** Files at WhatsApp: what we upload lives 30 days there, what contacts send 7. */
export interface GraphMedia {
  /** Stores a file and returns the media id to send it by. */
  uploadMedia(number: NumberAccess, file: UploadedFile): Promise<string>;
  findMedia(number: NumberAccess, mediaId: string): Promise<FoundMedia>;
  downloadMedia(number: NumberAccess, mediaId: string): Promise<DownloadedMedia>;
}

// Contacts may send up to 100 MB (beyond: Graph error 131052).
const MAX_FILE_BYTES = 101 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const FILE_MS = 30_000;

/** The media calls, and the end of their own connections: files come from other hosts than the API. */
export function graphMedia(graph: Graph): GraphMedia & { close(): Promise<void> } {
  const agent = new Agent({
    maxResponseSize: MAX_FILE_BYTES,
    headersTimeout: FILE_MS,
    bodyTimeout: FILE_MS,
    allowH2: false,
  });

  async function uploadMedia(number: NumberAccess, file: UploadedFile): Promise<string> {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', file.mime);
    form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.filename);
    const response = new Response(form);
    const answer = await graph.ask({
      method: 'POST',
      path: `${encodeURIComponent(number.id)}/media`,
      token: number.token,
      body: Buffer.from(await response.arrayBuffer()),
      type: response.headers.get('content-type') ?? '',
    });
    return textIn(answer, 'id') ?? missing('media id');
  }

  async function findMedia(number: NumberAccess, mediaId: string): Promise<FoundMedia> {
    const path = `${encodeURIComponent(mediaId)}?phone_number_id=${encodeURIComponent(number.id)}`;
    const answer = await graph.ask({ method: 'GET', path, token: number.token });
    return present<FoundMedia>({
      url: textIn(answer, 'url') ?? missing('media URL'),
      mime: textIn(answer, 'mime_type') ?? 'application/octet-stream',
      bytes: numberIn(answer, 'file_size'),
      sha256: textIn(answer, 'sha256'),
    });
  }

  return {
    uploadMedia,
    findMedia,
    async downloadMedia(number, mediaId) {
      const { url, mime, bytes } = await findMedia(number, mediaId);
      const content = await fetchFile(agent, url, number.token);
      return { content, mime, ...(bytes !== undefined && { bytes }) };
    },
    close: () => agent.close(),
  };
}

/** Follows redirects by hand: the token goes to the host that Meta named and to no other. */
async function fetchFile(agent: Agent, first: string, token: string): Promise<Readable> {
  let url = webAddress(first);
  const { origin } = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const { statusCode, headers, body } = await request(
      agent,
      url,
      url.origin === origin ? token : undefined,
    );
    if (statusCode === 200) return body;
    const { location } = headers;
    const isRedirect = statusCode >= 300 && statusCode < 400 && typeof location === 'string';
    if (!isRedirect) throw failureOf(statusCode, await body.text());
    await body.dump();
    url = webAddress(location, url);
  }
  throw new SendFailure('retry', 'redirects', 'The file leads from one address to the next without an end.');
}

async function request(agent: Agent, url: URL, token: string | undefined): Promise<Dispatcher.ResponseData> {
  // The CDN is reported to turn away clients without an ordinary user agent.
  const headers = {
    'user-agent': 'Mozilla/5.0 (compatible; Sluice)',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  try {
    return await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers,
    });
  } catch {
    throw unanswered(false);
  }
}

function webAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  return url !== null && /^https?:$/.test(url.protocol) ? url : missing('usable media URL');
}

function missing(what: string): never {
  throw new SendFailure('retry', 'unreadable', `WhatsApp answered without a ${what}.`);
}
