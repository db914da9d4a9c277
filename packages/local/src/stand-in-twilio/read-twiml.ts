/** The messages in a TwiML answer, in order. */
export const readTwiml = (xml: string): string[] =>
  [...xml.matchAll(/<Message[^>]*?(?:\/>|>([\s\S]*?)<\/Message>)/g)]
    .map(([, inner]) => unescape((inner ?? '').replaceAll(/<\/?Body>/g, '')))
    .filter((body) => body !== '');

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name as string] ?? whole;
  });
