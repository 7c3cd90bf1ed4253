/** Cuts a stream of bytes into messages, each of which begins with its own length. */
export class Frames {
  readonly #largest: number;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(largest: number) {
    this.#largest = largest;
  }

  /** Takes in bytes and gives the messages that are now whole. Throws on a length that cannot be. */
  *take(chunk: Buffer): Generator<Buffer> {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (let length = this.#length(); length !== undefined && this.#size >= length; length = this.#length()) {
      const bytes = this.#joined();
      this.#chunks = bytes.length > length ? [bytes.subarray(length)] : [];
      this.#size -= length;
      yield bytes.subarray(0, length);
    }
  }

  #length(): number | undefined {
    if (this.#size < 4) return undefined;
    const first = this.#chunks[0];
    const length = (first && first.length >= 4 ? first : this.#joined()).readInt32LE(0);
    if (length < 26 || length > this.#largest) throw new Error(`a message of ${length} bytes`);
    return length;
  }

  // Only whole messages are joined, so a large one that comes in pieces is copied once.
  #joined(): Buffer {
    const [only, second] = this.#chunks;
    if (only && !second) return only;
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [bytes];
    return bytes;
  }
}
