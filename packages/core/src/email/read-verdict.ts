import type { Header } from 'postal-mime';

/**
 * Whether the domain in From answers for a mail: DMARC passed, or DKIM or SPF passed for that domain (RFC 7489, 3.1).
 * Only the one line counts that SES wrote when it took the mail in: it stands above SES's own receipt, where no
 * sender can write. Two senders in From, or a failed DMARC, prove nothing.
 */
export function readVerdict(headers: readonly Header[], from: string): 'aligned' | 'unproven' {
  const receipt = headers.findIndex(({ key }) => key === 'x-ses-receipt');
  const line = headers.slice(0, Math.max(0, receipt)).find(isResultOfSes)?.value;
  if (line === undefined || headers.filter(({ key }) => key === 'from').length !== 1) return 'unproven';
  const results = new Map(line.split(';').map((part) => readResult(part.trim())));
  const domain = domainOf(from);
  const dmarc = results.get('dmarc');
  if (dmarc?.verdict === 'fail') return 'unproven';
  if (dmarc?.verdict === 'pass' && dmarc.domain === domain) return 'aligned';
  const answers = [results.get('dkim'), results.get('spf')].some(
    (result) => result?.verdict === 'pass' && isSameHouse(result.domain, domain),
  );
  return answers ? 'aligned' : 'unproven';
}

const isResultOfSes = ({ key, value }: Header): boolean => key === 'authentication-results' && /^\s*amazonses\.com\s*;/i.test(value);

interface Result {
  verdict: string;
  /** Whose signature, envelope or From it was. */
  domain: string;
}

/** `dkim=pass header.i=@example.org`: the method, what came of it, for which domain. */
function readResult(part: string): [method: string, Result] {
  const [, method = '', verdict = ''] = /^(\w+)=(\w+)/.exec(part) ?? [];
  const named = /\b(?:header\.(?:i|d|from)|envelope-from)=\s*"?([^\s;"]+)/i.exec(part)?.[1] ?? '';
  return [method.toLowerCase(), { verdict: verdict.toLowerCase(), domain: domainOf(named) }];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Relaxed alignment: the same domain, or one inside the other. A bare top-level domain is nobody's house. */
const isSameHouse = (one: string, other: string): boolean =>
  one.includes('.') && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`));
