import type { Guide } from '@breathing-room/core/domain/guide';
import { renderText } from '@breathing-room/core/domain/render';
import { textRef } from '@breathing-room/core/domain/text-ref';

/** Fields of Twilio's console in order, each with what to paste. Made of our own words, so they cannot drift apart. */
export interface Paste {
  field: string;
  text: string;
}

const says = (guide: Guide, id: string, gaps?: Record<string, string>): string =>
  renderText(textRef(id, gaps), { region: 'US', language: 'en' }, guide);

/** Twilio's own answers under Advanced Opt-Out: with a crisis line even in these. */
export const optOutTexts = (guide: Guide): Paste[] => [
  { field: 'Opt-Out keywords', text: 'STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT' },
  { field: 'Opt-Out message', text: says(guide, 'carrier.stop') },
  // YES means "not safe" after our safety line; as an opt-in word Twilio would answer it instead of us.
  { field: 'Opt-In keywords (take YES out)', text: 'START, UNSTOP' },
  { field: 'Opt-In message', text: says(guide, 'carrier.start') },
  { field: 'Help keywords', text: 'HELP, INFO' },
  { field: 'Help message', text: says(guide, 'carrier.help') },
];

/** The 10DLC campaign's fields and samples (N1). */
export const campaignFields = (guide: Guide): Paste[] => [
  { field: 'Use case', text: 'Low Volume Mixed, or Charity / 501(c)(3) where the brand qualifies' },
  {
    field: 'Description',
    text: `${guide.profile.serviceName} answers texts with short advice for people whose partner, parent, child or friend is pulling away, and sends at most one note a day to those who asked for a programme.`,
  },
  {
    field: 'Message flow',
    text: 'A person texts JOIN and a programme word to our number. The answer names the service, the programme, "up to 1 a day", that message and data rates may apply, HELP, STOP and the privacy address, and asks a safety question. Only GO, sent by the same person, begins notes.',
  },
  ...samples(guide).map((text, index) => ({ field: `Sample ${index + 1}`, text })),
  { field: 'Opt-in keywords', text: 'JOIN WEEK, GO' },
  {
    field: 'Embedded links, numbers, age-gated content, lending',
    text: 'Links: yes (privacy page, directory of help lines). Phone numbers: yes (help lines). Others: no.',
  },
  { field: 'Privacy policy', text: guide.profile.privacyUrl },
];

const samples = (guide: Guide): string[] => [
  says(guide, 'join.gate', { programme: guide.content.programmes.firstweek?.title ?? '' }),
  ...['firstweek.n1', 'topic.space.1', 'carrier.help'].map((id) => says(guide, id)),
];

/** Settings nobody can read from outside. */
export const lookByHand = (mode: string): string[] => [
  mode === 'advanced'
    ? 'Twilio: Advanced Opt-Out is on with the words and texts below; YES is not among its opt-in words (it means SAFE after the safety line)'
    : 'Twilio: its own answers to STOP, START and HELP are off (OPT_OUT_MODE is not advanced; Twilio support turns them off)',
  'Twilio: body redaction is off (look-ups compare bodies)',
  'Twilio: a usage trigger watches the SMS spend',
  'AWS: it is the right account (aws sts get-caller-identity)',
  'AWS: somebody confirmed the mail that subscribes ALERT_EMAIL to the alarms',
  'AWS: no other receipt rule set is active, or MAIL_RULE_SET names it (aws ses describe-active-receipt-rule-set)',
  'AWS: Lambda may run 100 functions at once or more (a new account: 10)',
];
