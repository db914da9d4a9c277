/** How we are named in the header a mail program writes above a quote. */
export interface OurName {
  service: string;
  domain: string;
}

/** Whether what follows this line is somebody else's words: a quote of ours, a forwarded mail. */
export function beginsQuote(lines: readonly string[], at: number, ours: OurName): boolean {
  const line = lines[at]!.replace(/^[\s>]+/, '');
  if (line === '' || line.length > 300) return false;
  return namesUs(line, ours) || isDivider(line) || isLabelBlock(lines.slice(at, at + 4)) || forwards.test(line);
}

/** Our address as programs write it, or our name in a dated line with a colon, or behind a label such as `From:`. */
function namesUs(line: string, { service, domain }: OurName): boolean {
  const lower = line.toLowerCase();
  const byAddress = lower.includes(`@${domain}`) && (/[<[(]|mailto:/.test(lower) || endsWithColon.test(line) || label.test(line));
  const byName = lower.includes(service.toLowerCase()) && ((endsWithColon.test(line) && /\d/.test(line)) || isOnlyLabelled(line, service));
  return byAddress || byName;
}

const endsWithColon = /[:：]\s*\*?\s*$/;
/** `From: …`, `**Von:** …`, `De : …`, `差出人: …` */
const label = /^\W{0,4}\p{L}[\p{L} .'-]{0,18}\s?[:：]/u;

const isOnlyLabelled = (line: string, service: string): boolean =>
  label.test(line) &&
  line
    .replace(label, '')
    .replaceAll(/["'“”*\s]/g, '')
    .toLowerCase() === service.toLowerCase().replaceAll(/\s/g, '');

/** `-----Original Message-----` in any language. */
const isDivider = (line: string): boolean => /^-{3,}\s?\p{L}[\p{L} '’.]{2,40}\s?-{3,}\s*$/u.test(line);

/** Three labelled lines in a row, with an address or a date in them: the head of somebody's mail. */
const isLabelBlock = (lines: readonly string[]): boolean =>
  lines.length >= 3 &&
  lines.slice(0, 3).every((line) => label.test(line.replace(/^[\s>]+/, ''))) &&
  /@|\b20\d\d\b/.test(lines.slice(0, 3).join(' '));

/** The line Apple Mail writes above a forwarded mail. */
const forwards =
  /^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Begin doorgestuurd bericht|Início da mensagem reencaminhada)\s?:/i;
