import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import type { InboundMail } from '../domain/inbound-mail.ts';
import { Mailbox } from '../domain/sign-up-request.ts';
import { isAutomatic } from './is-automatic.ts';
import { mailHeaderOf } from './mail-header.ts';
import { ownWords } from './own-words.ts';
import { readVerdict } from './read-verdict.ts';
import { repairWindows1252 } from './repair-charset.ts';

/** How we appear in mails that are answered. */
export interface OurMail {
  /** The name mails are from. */
  service: string;
  /** The domain whose mail we receive. */
  domain: string;
}

export interface RawMail {
  /** As stored: the receiving service's own headers first. */
  raw: Uint8Array;
  messageId: string;
  ours: OurMail;
}

/** Words come before attachments in a mail; more than this is never looked at. */
export const mostBytes = 256 * 1024;
const mostHeaderBytes = 64 * 1024;

/**
 * Reads a stored mail down to who wrote it and their own words; attachments are not opened. Undefined for what is
 * no mail of a person to us: no readable sender, none of our mailboxes, headers beyond 64 KB.
 */
export async function readMail({ raw, messageId, ours }: RawMail): Promise<InboundMail | undefined> {
  const bytes = firstParts(raw.subarray(0, mostBytes));
  if (!hasFewHeaders(bytes)) return undefined;
  const mail = await parse(bytes);
  const from = Mailbox.safeParse(mail?.from?.address ?? '').data;
  if (mail === undefined || from === undefined) return undefined;
  const header = mailHeaderOf(mail.headers);
  const to = ourMailbox(
    [...(mail.to ?? []), ...(mail.cc ?? [])].map(({ address }) => address ?? ''),
    header('received'),
    ours,
  );
  if (to === undefined) return undefined;
  return {
    messageId,
    from,
    to,
    subject: repairWindows1252(mail.subject ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, mostSubject),
    ownWords: ownWords(repairWindows1252(await wordsOf(mail)), ours),
    verdict: readVerdict(mail.headers, from),
    isAutomatic: isAutomatic(header, from, ours),
  };
}

const mostSubject = 200;
const mostParts = 500;

/** Cut where a mail of thousands of parts stops being a mail: each part costs the parser time. */
function firstParts(bytes: Uint8Array): Uint8Array {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (let parts = 0; at !== -1; parts++) {
    if (parts === mostParts) return bytes.subarray(0, at);
    at = mail.indexOf('\n--', at + 1);
  }
  return bytes;
}

/** `forceRfc822Attachments`: a mail inside the mail is somebody else's words. */
const options = { forceRfc822Attachments: true, maxNestingDepth: 12, maxHeadersSize: 2 * mostHeaderBytes };

const parse = (bytes: Uint8Array): Promise<Email | undefined> => PostalMime.parse(bytes, options).catch(() => undefined);

/** Most mails carry their words as text; what reads a page is loaded for those that do not. */
const wordsOf = async ({ text = '', html = '' }: Email): Promise<string> =>
  text.trim() === '' && html !== '' ? (await import('./html-words.ts')).htmlWords(html) : text;

/** Looks for the empty line that ends the headers, without making a line of each. */
function hasFewHeaders(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostHeaderBytes));
  return bytes.length <= mostHeaderBytes || head.includes('\r\n\r\n') || head.includes('\n\n');
}

/** Whom it was written to; a blind copy shows only in the line of the server that took it in. */
function ourMailbox(written: string[], received: string[], { domain }: OurMail): string | undefined {
  const taken = /\bfor <?([^\s<>;]+@[^\s<>;]+)>?/i.exec(received[0] ?? '')?.[1];
  const all = taken === undefined ? written : [taken, ...written];
  return all.map((address) => address.toLowerCase()).find((address) => address.endsWith(`@${domain}`));
}
