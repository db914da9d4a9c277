import type { Guide } from '@breathing-room/core/domain/guide';
import { PreferenceChange } from '@breathing-room/core/domain/preferences';
import { programmeNamed } from './programme-named.ts';
import { readSafety } from './safety-questions.tsx';

/** The change a form on the page asks for; undefined when a field is missing or wrong. */
export function readChange(fields: Record<string, string>, ip: string, guide: Guide): PreferenceChange | undefined {
  const { kind, pace, hour, zone, programme, days, isPrivate, phone = '' } = fields;
  const gate = readSafety(fields) === 'clear' ? { gate: 'clear' } : {};
  const said: Record<string, unknown> = {
    pace: { pace },
    hour: { hour },
    zone: { zone },
    programme: { programme, ip, ...gate },
    pause: days === undefined || days === '' ? {} : { days },
    resume: gate,
    private: { isPrivate: isPrivate === 'on' },
    link_phone: { phone: `+${phone.replaceAll(/\D/g, '')}` },
  };
  const change = PreferenceChange.safeParse({ kind, ...(said[kind ?? ''] as object | undefined) }).data;
  return change?.kind === 'programme' && programmeNamed(guide, change.programme) === undefined ? undefined : change;
}

/** Which of the changes waits for a page of its own: what one agrees to, and the three questions. */
export const needsPage = (change: PreferenceChange, needsGate: boolean): boolean =>
  change.kind === 'programme' || (change.kind === 'resume' && needsGate);
