import { findZone } from '@breathing-room/core/domain/find-zone';
import type { Guide } from '@breathing-room/core/domain/guide';
import { isZone } from '@breathing-room/core/domain/local-time';
import type { Region } from '@breathing-room/core/domain/region';
import { regionOfZone } from '@breathing-room/core/domain/region-of-zone';
import { consentTextFor } from '@breathing-room/core/domain/sign-up';
import { Mailbox, Pin, type SignUpRequest } from '@breathing-room/core/domain/sign-up-request';
import type { TextRef } from '@breathing-room/core/domain/text-ref';
import { programmeNamed } from './programme-named.ts';
import { readSafety, type Safety } from './safety-questions.tsx';

/** What was chosen before the address is asked for. */
export interface Choice {
  programme: string;
  zone: string;
  isPrivate: boolean;
}

/** One field that has to be filled in differently. */
export type JoinProblem = 'programme' | 'zone' | 'email' | 'pin' | 'adult';

/** Which page comes after a press of a button on the sign-up form. */
export type JoinStep =
  | { kind: 'choose'; choice: Partial<Choice>; problems: JoinProblem[] }
  | { kind: 'questions'; choice: Choice }
  | { kind: 'safety'; safety: Exclude<Safety, 'clear'>; choice: Choice; region: Region }
  | { kind: 'address'; choice: Choice; consent: TextRef; problems: JoinProblem[]; email?: string }
  | { kind: 'ask'; request: SignUpRequest };

/** The word that names the programme open to everybody. */
export const gentlest = 'selfcare';

/** Reads one form of the sign-up. It all travels with the form: nothing is kept before the last button. */
export function readJoinForm(fields: Record<string, string>, guide: Guide): JoinStep {
  const { programme = '', isPrivate } = fields;
  const zone = readZone(fields, guide);
  const known = programmeNamed(guide, programme);
  if (known === undefined || zone === undefined) {
    const problems: JoinProblem[] = [
      ...(known === undefined ? ['programme' as const] : []),
      ...(zone === undefined ? ['zone' as const] : []),
    ];
    return {
      kind: 'choose',
      choice: { isPrivate: isPrivate === 'on', ...(known && { programme }), ...(zone !== undefined && { zone }) },
      problems,
    };
  }
  const choice = { programme, zone, isPrivate: isPrivate === 'on' };
  switch (fields.step) {
    case 'questions':
      return afterQuestions(fields, choice, guide);
    case 'open':
      return addressStep(choice, guide);
    case 'ask':
      return askStep(fields, choice, guide);
    default:
      return known.gate === 'none' ? addressStep(choice, guide) : { kind: 'questions', choice };
  }
}

/** A town that was typed goes before what the list says: the list may hold only our guess. */
function readZone({ town = '', zone = '' }: Record<string, string>, { content }: Guide): string | undefined {
  const found = town === '' ? undefined : findZone(town.slice(0, 60), content.towns);
  return found ?? (zone !== '' && isZone(zone) ? zone : undefined);
}

function afterQuestions(fields: Record<string, string>, choice: Choice, guide: Guide): JoinStep {
  const safety = readSafety(fields);
  return safety === 'clear' ? addressStep(choice, guide) : { kind: 'safety', safety, choice, region: regionOfZone(choice.zone) };
}

const addressStep = (choice: Choice, guide: Guide, problems: JoinProblem[] = []): JoinStep & { kind: 'address' } => ({
  kind: 'address',
  choice,
  problems,
  consent: consentTextFor(choice.programme, { region: regionOfZone(choice.zone), isPrivate: choice.isPrivate }, guide)!,
});

/** The last button. Another zone or PRIVATE may change the wording: then it is shown anew before it counts. */
function askStep(fields: Record<string, string>, choice: Choice, guide: Guide): JoinStep {
  const email = Mailbox.safeParse(fields.email);
  const pin = Pin.optional().safeParse(fields.pin?.trim() || undefined);
  const problems: JoinProblem[] = [];
  if (!email.success) problems.push('email');
  if (!pin.success) problems.push('pin');
  if (fields.adult !== 'on') problems.push('adult');
  const shown = addressStep(choice, guide, problems);
  if (!email.success || !pin.success || problems.length > 0 || fields.wording !== shown.consent.id)
    return { ...shown, email: fields.email ?? '' };
  const request: SignUpRequest = { ...choice, email: email.data, language: 'en', ...(pin.data !== undefined && { pin: pin.data }) };
  return { kind: 'ask', request };
}

/** A choice as the hidden fields that carry it to the next page. */
export const choiceFields = ({ programme, zone, isPrivate }: Choice): [string, string][] => [
  ['programme', programme],
  ['zone', zone],
  ...(isPrivate ? [['isPrivate', 'on'] as [string, string]] : []),
];
