const STORED = 'sluice.recentNodes';
const MOST = 6;

/** The types of node that were used last, the latest first. */
export function recentTypes(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(found) ? found.filter((type): type is string => typeof type === 'string') : [];
  } catch {
    return [];
  }
}

export function noteUse(type: string): void {
  try {
    const types = [type, ...recentTypes().filter((other) => other !== type)].slice(0, MOST);
    localStorage.setItem(STORED, JSON.stringify(types));
  } catch {
    // A browser that keeps nothing.
  }
}
