import type { Fact } from '@breathing-room/core/domain/fact';

/** One line of the past, in words. */
export function sayFact({ kind, about, reply }: Fact): string {
  const note = about === undefined ? 'A note' : `Note ${sayNote(about)}`;
  switch (kind) {
    case 'text_answered':
      return `A text was answered${reply === undefined ? '' : ` with ${reply.map(({ id }) => id).join(', ')}`}`;
    case 'text_ignored':
      return 'A text was met with silence';
    case 'crisis_answered':
      return 'Help lines were given';
    case 'note_claimed':
      return `${note} was about to go`;
    case 'note_sent':
      return `${note} was sent`;
    case 'note_rejected':
      return `${note} was refused by the provider`;
    case 'note_unknown':
      return `What became of ${note.toLowerCase()} is not known yet`;
    case 'note_delivered':
      return `${note} was delivered`;
    case 'note_failed':
      return `${note} did not arrive`;
    case 'note_skipped':
      return 'A note was left out: its day was over';
    case 'note_shifted':
      return 'A note moved to the next allowed time';
    case 'check_in_answered':
      return 'A check-in was answered';
    case 'check_in_missed':
      return 'A check-in stayed unanswered';
    case 'offer_made':
      return 'A sign-up was offered';
    case 'offer_lapsed':
      return 'The sign-up lapsed';
    case 'offer_cancelled':
      return 'The sign-up was cancelled';
    case 'programme_joined':
      return 'A programme began';
    case 'programme_ended':
      return 'The programme ended';
    case 'notes_held':
      return 'Notes began to rest';
    case 'notes_resumed':
      return 'Notes go on';
    case 'pace_changed':
      return 'The pace changed';
    case 'setting_changed':
      return 'A setting changed';
    case 'flag_set':
      return 'A safety flag was set';
    case 'flag_cleared':
      return 'A safety flag ended';
    case 'consent_withdrawn':
      return 'They opted out';
    case 'suppression_lifted':
      return 'Texts are allowed again';
    case 'address_invalid':
      return 'The number cannot be reached';
  }
}

/** `patience.n4.soft` as `4 of patience, gentler text`; other texts by their id. */
function sayNote(id: string): string {
  const [, programme, number, soft] = /^([a-z0-9]+)\.n(\d+)(\.soft)?$/.exec(id) ?? [];
  if (programme === undefined || number === undefined) return `“${id}”`;
  return `${number} of ${programme}${soft === undefined ? '' : ', gentler text,'}`;
}
