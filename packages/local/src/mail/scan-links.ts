import type { BookedMail } from './mail-book.ts';

/** Every link of a mail, once; the page's first. */
export const linksIn = ({ html = '', text, headers }: BookedMail): string[] => {
  const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
  const listed = /<([^<>]+)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1];
  return [...new Set([...hrefs, ...(text.match(/https?:\/\/\S+/g) ?? []), ...(listed === undefined ? [] : [listed])])];
};

/** What a link scanner in front of a mailbox does: opens every link by HEAD and by GET (E3). */
export async function scanLinks(
  mail: BookedMail,
  fetchLink: (url: string, method: string) => Promise<number>,
): Promise<{ url: string; head: number; get: number }[]> {
  const visits = linksIn(mail).map(async (url) => ({ url, head: await fetchLink(url, 'HEAD'), get: await fetchLink(url, 'GET') }));
  return Promise.all(visits);
}
