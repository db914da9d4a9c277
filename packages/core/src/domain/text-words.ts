import type { Content, Note, Words } from './content.ts';

/** The words behind a text id, or undefined: `topic.space.1`, `patience.n4`, `patience.n4.soft`, a phrase id. */
export function wordsOf(id: string, content: Content): Words | undefined {
  const phrase = content.phrases[id];
  if (phrase !== undefined) return phrase;
  const [first = '', second = '', third] = id.split('.');
  if (first === 'topic') return content.topics[second]?.cards[Number(third) - 1]?.sms;
  const note = findNote(`${first}.${second}`, content);
  return note === undefined ? undefined : noteWords(note, third);
}

/** The note with this id, such as `patience.n4`. */
export function findNote(id: string, content: Content): Note | undefined {
  const [programme = ''] = id.split('.');
  return content.programmes[programme]?.notes.find((note) => note.id === id);
}

function noteWords(note: Note, part: string | undefined): Words | undefined {
  switch (part) {
    case undefined:
      return note.sms.standard;
    case 'soft':
      return note.sms.soft;
    case 'low':
    case 'mid':
    case 'high':
      return note.checkIn?.[part];
    default:
      return undefined;
  }
}
