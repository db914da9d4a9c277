/** What every mail of ours says to machines (E1). Names no programme, since headers are shown to whoever looks. */
export interface MailHeaders {
  domain: string;
  service: string;
  unsubscribeUrl: string;
  /** A note comes by itself; anything else answers a person (RFC 3834). */
  isNote: boolean;
}

export const mailHeaders = ({ domain, service, unsubscribeUrl, isNote }: MailHeaders): Record<string, string> => ({
  // Gmail and Yahoo ask bulk senders for the pair; the page answers a bare POST (RFC 8058).
  'List-Unsubscribe': `<${unsubscribeUrl}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'List-Id': `${asciiPhrase(service)} <notes.${domain}>`,
  'Feedback-ID': `${isNote ? 'note' : 'answer'}:all:mail:${domain.replaceAll('.', '-')}`,
  'Auto-Submitted': isNote ? 'auto-generated' : 'auto-replied',
  // Exchange then sends no vacation notice back.
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
});

/** A header phrase without encoding: plain letters, no line break, no bracket (E8). */
const asciiPhrase = (name: string): string =>
  name
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^A-Za-z0-9 '&.-]/g, '')
    .trim();
