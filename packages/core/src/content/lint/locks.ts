import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import type { ProgrammeDraft } from '../read/programme.ts';
import type { TopicDraft } from '../read/topic.ts';

/** X15: all that goes out under SAFE. */
export const openUnderSafe = ['safe', 'crisis', 'calm', 'hurt', 'lonely', 'worth', 'selfcare', 'friends', 'therapy', 'leave', 'kids'];
/** They propose getting in touch, so a wish for no contact locks them. */
export const reachesOut = ['say', 'talk', 'ask', 'listen', 'agree', 'steady', 'affection', 'trust'];
/** X14: MORE never continues them. */
const standsAlone: ReadonlySet<string> = new Set(['safe', 'crisis', 'leave', 'nocontact']);
const gates: Record<string, { gate: string; closedBy: readonly string[] }> = {
  firstweek: { gate: 'light', closedBy: ['safe'] },
  patience: { gate: 'safety', closedBy: ['safe', 'noContact'] },
  selfcare: { gate: 'none', closedBy: [] },
  boundaries: { gate: 'safety', closedBy: ['safe'] },
  balance28: { gate: 'safety', closedBy: ['safe'] },
  hardtalk: { gate: 'strict', closedBy: ['safe', 'noContact'] },
};

/** What may not reach a person with a flag is locked, and nothing else is. */
export const lintLocks = ({ topics, programmes, texts }: ContentDraft): Problem[] => [
  ...topics.flatMap(topicLocks),
  ...programmes.flatMap(programmeLocks),
  ...texts.flatMap(softOutreach),
  ...topics.flatMap(cardLocks),
];

function topicLocks({ topic, source, place }: TopicDraft): Problem[] {
  const { id, allowedUnderSafe, lockedBy, continues } = topic;
  const isOpen = openUnderSafe.includes(id);
  const wrong = (key: string, message: string, mend: string): Problem =>
    problemAt(source, place([key]), { rule: 'locks', message, mend, width: 5 });
  return [
    ...(allowedUnderSafe === isOpen
      ? []
      : [wrong('allowedUnderSafe', `"${id}" is ${isOpen ? '' : 'not '}on the list of what goes out under SAFE`, `set it to ${isOpen}`)]),
    ...(isOpen && lockedBy.includes('safe')
      ? [wrong('lockedBy', `"${id}" goes out under SAFE and cannot be locked by it`, 'take "safe" out')]
      : []),
    ...(isOpen || id === 'nocontact' || lockedBy.includes('safe')
      ? []
      : [wrong('lockedBy', `"${id}" does not go out under SAFE`, 'add "safe"')]),
    ...(!reachesOut.includes(id) || lockedBy.includes('noContact')
      ? []
      : [wrong('lockedBy', `"${id}" proposes getting in touch`, 'add "noContact"')]),
    ...(continues === !standsAlone.has(id)
      ? []
      : [wrong('continues', `MORE ${continues ? 'never continues' : 'continues'} "${id}" (X14)`, `set it to ${!continues}`)]),
  ];
}

function programmeLocks({ programme, source, place, notes }: ProgrammeDraft): Problem[] {
  const { id, gate, closedBy } = programme;
  const wanted = gates[id];
  const wrong = (key: string, message: string, mend: string): Problem =>
    problemAt(source, place([key]), { rule: 'locks', message, mend, width: 5 });
  if (wanted === undefined)
    return [wrong('id', `"${id}" is not one of the six programmes`, 'add it to lint/locks.ts with its gate after a review')];
  return [
    ...(gate === wanted.gate ? [] : [wrong('gate', `"${id}" has the gate ${wanted.gate}`, `write "gate: ${wanted.gate}"`)]),
    ...(closedBy.toSorted().join() === wanted.closedBy.toSorted().join()
      ? []
      : [wrong('closedBy', `"${id}" is closed by [${wanted.closedBy.join(', ')}]`, `write "closedBy: [${wanted.closedBy.join(', ')}]"`)]),
    ...notes
      .filter(({ note }) => note.outreach && gate === 'none')
      .map((draft) =>
        problemAt(draft.source, draft.source.text.indexOf('outreach'), {
          rule: 'X18 contact',
          message: `"${id}" asks nobody about contact, so none of its notes reaches out`,
          mend: 'take the step toward the other person out, or give the programme a gate',
          width: 8,
        }),
      ),
  ];
}

/** Steps toward the other person. */
const outreach =
  /\b(text|write to|call|message|phone|email|visit|tell|ask|invite) them\b|\b(say|send) (it|this|one line|the line) (to them|once)\b/gi;
const turnedDown = /\b(do not|don't|no need to|not to|never|without|before you|instead of|rather than|if they)\b[^.?!]*$/i;

const aboutAFriend = /\b(friend|one person|a person you|someone you trust|person who cares|neighbor|relative)\b/i;

/** X18: a soft text holds no step toward the other person, and a standard one says so in its settings. */
function softOutreach(text: ContentText): Problem[] {
  if (text.kind !== 'note' || (text.outreach && !text.isSoft) || aboutAFriend.test(text.text)) return [];
  return [...text.typed.matchAll(outreach)]
    .filter(({ index }) => !turnedDown.test(text.typed.slice(0, index)))
    .map((match) =>
      inText(text, match.index, {
        rule: 'X18 contact',
        message: `"${match[0]}" reaches out, but ${text.isSoft ? 'this is the soft text' : 'the note is not marked "outreach: true"'}`,
        mend: text.isSoft ? 'give a step the reader can do alone' : 'mark the note, or take the step out',
        width: match[0].length,
      }),
    );
}

/** Work as a pair, which must not reach a person who fears the other. */
const asAPair = /\b(couples?|as a pair|their side|bring it up with them|talk it over with them)\b/i;
const inTouch = /\b(text|write to|message|invite|talk to|talk with|reach out to) them\b/gi;

/** A topic may be open while one of its cards is not. */
function cardLocks({ topic, texts }: TopicDraft): Problem[] {
  return texts
    .filter(({ language }) => language === 'en')
    .flatMap((text) => {
      const { lockedBy = [] } = topic.cards.find(({ id }) => id === text.id) ?? {};
      const wrong = (index: number, message: string, flag: string): Problem[] => [
        inText(text, Math.max(0, index), {
          rule: 'locks',
          message,
          mend: `add "| lock ${flag}" to the braces, or change the step`,
          width: 12,
        }),
      ];
      const contact = [...text.typed.matchAll(inTouch)].find(
        ({ index }) => !turnedDown.test(text.typed.slice(0, index)) && !aboutAFriend.test(text.text),
      );
      return [
        ...(topic.allowedUnderSafe && !lockedBy.includes('safe') && asAPair.test(text.text)
          ? wrong(text.typed.search(asAPair), 'work as a pair in a topic that goes out under SAFE', 'safe')
          : []),
        ...(contact !== undefined && !topic.lockedBy.includes('noContact') && !lockedBy.includes('noContact')
          ? wrong(contact.index, `"${contact[0]}" proposes getting in touch`, 'noContact')
          : []),
      ];
    });
}
