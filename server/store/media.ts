/** A file that flows send. */
export interface MediaRecord {
  /** Nobody can guess it: whoever knows it may read the file, as WhatsApp must. */
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  /** In bytes. */
  readonly size: number;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** The files of the workspace. They stay: a version published long ago may still send them. */
export interface Media {
  add(record: MediaRecord, bytes: Uint8Array): Promise<void>;
  get(id: string): Promise<MediaRecord | undefined>;
  /** The bytes of a file that is known, in pieces. */
  read(id: string, size: number): AsyncIterable<Uint8Array>;
}
