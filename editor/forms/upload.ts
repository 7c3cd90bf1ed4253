import type { MediaView } from '../../server/api/flows/inspecting.ts';
import { Refusal } from '../lib/api.ts';

/** A file on its way to the server. */
export interface Upload {
  /** Throws a `Refusal`; rejects quietly never. */
  readonly done: Promise<MediaView>;
  stop(): void;
}

/** Sends a file; `told` hears how much of it is there, from 0 to 1. Only an XMLHttpRequest tells that. */
export function upload(file: File, told: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<MediaView>((resolve, reject) => {
    request.open('POST', `/api/v1/media?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText));
      return reject(refusalIn(request.responseText, request.status));
    });
    request.addEventListener('error', () => reject(new Refusal('offline', 'The server does not answer.')));
    request.addEventListener('abort', () => reject(new Refusal('stopped', '')));
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

function refusalIn(text: string, status: number): Refusal {
  try {
    const { code, detail } = JSON.parse(text);
    return new Refusal(code, detail);
  } catch {
    return new Refusal('unknown', `The server answered ${status}.`);
  }
}

/** Where this page finds a file of ours, whatever name the server goes by outside. */
export function ownPath(link: string): string | undefined {
  const { pathname } = URL.parse(link) ?? {};
  return pathname !== undefined && /^\/media\/[\w-]{8,}\//.test(pathname) ? pathname : undefined;
}
