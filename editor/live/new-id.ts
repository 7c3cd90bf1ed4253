/** An id that nobody else has. Browsers keep `randomUUID` for https, and a house network may do without. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
