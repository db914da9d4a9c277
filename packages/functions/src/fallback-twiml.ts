import table from './fallback-texts.json' with { type: 'json' };

/**
 * The signpost for whoever cannot be answered: in English and Spanish, with the help lines of the
 * sender's country, or a directory where it is not known. Needs no database and no package (W12).
 */
export function fallbackTwiml(from: string | undefined): string {
  const messages = textsFor(from ?? '').map((text) => `<Message>${escapeXml(text)}</Message>`);
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${messages.join('')}</Response>`;
}

interface FallbackTable {
  /** Longest prefix wins; none: `unknown`. */
  regionByPrefix: Record<string, string>;
  texts: Record<string, string[]>;
}

function textsFor(from: string): string[] {
  const { regionByPrefix, texts } = table as FallbackTable;
  for (let length = Math.min(from.length, 5); length > 1; length -= 1) {
    const region = regionByPrefix[from.slice(0, length)];
    if (region !== undefined) return texts[region] ?? [];
  }
  return texts['XX'] ?? [];
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
