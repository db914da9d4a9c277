import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';
import type { Idea } from '../read/plan.ts';

/** What must be seen in a text that delivers an idea with this guard. */
export const guardPatterns: Record<string, { shows: RegExp; mend: string }> = {
  'safe-word': { shows: /\b(SAFE|CRISIS)\b|\{(emergency|abuse|crisis)\}/, mend: 'name the way out: "Not safe? Text SAFE."' },
  'fear-check': { shows: /\bSAFE\b/, mend: 'ask about fear and name the word: "Scared of them? Text SAFE."' },
  unharmed: { shows: /\b(SAFE|harms?|hurts? you|safe)\b/i, mend: 'say that this is not meant toward someone who harms them' },
  'own-turn': {
    shows: /\b(your|own) (turn|side|feelings?|part|words|hurt|say)\b|\bthen you\b/i,
    mend: 'say that the reader has a turn too',
  },
  'own-hurt': {
    shows: /\byour(s| own)? ?(hurt|pain|feelings?|side|sting)?\b.*\b(counts?|matters?|real|too|as well)\b/i,
    mend: "say that the reader's own hurt counts",
  },
  'own-health': {
    shows: /\b(your|own|yourself|you)\b.*\b(health|rest|sleep|limits?|well|first|cost|strength|worn|safety|care|body)\b/i,
    mend: "say: not at the cost of the reader's own health",
  },
  hedged: {
    shows:
      /\b(may|might|can|could|some|sometimes|no promise|not proof|nobody (can|knows)|no one (can|knows)|cannot (know|tell|say)|does not (prove|mean|tell|settle)|need not|not always|at times)\b/i,
    mend: 'write "may", "can" or "some", and promise nothing',
  },
  'some-people': {
    shows: /\b(some|many|a few) (people|of us|persons?)\b|\b(may|might|can|sometimes)\b/i,
    mend: 'write "some people ..."; no label for anybody',
  },
  conduct: {
    shows: /\b(deeds?|acts?|actions?|do|does|facts?|conduct|behaviou?r|show|shows|kept|fits?)\b/i,
    mend: 'say that good intentions count where deeds fit',
  },
  'no-self-blame': {
    shows: /\b(SAFE|blame|fault|a share|your (own )?(part|share)|both)\b/i,
    mend: 'a share, not the cause; none of it where there is harm',
  },
  'takes-both': { shows: /\b(both|two|each|together)\b/i, mend: 'say that it can, and that it takes both' },
  'weak-link': {
    shows: /\b(may|can|some|weak|not fixed|change|changes|loose|nobody|cannot)\b/i,
    mend: 'say that the link is weak and that people can change',
  },
  seldom: {
    shows: /\b(once|seldom|rarely|little|now and then|no is|final|NOCONTACT|days|weeks)\b/i,
    mend: 'little and seldom; a request for no contact is final',
  },
  often: { shows: /\b(often|may|can|sometimes|more likely|likelier|some|seldom|many)\b/i, mend: 'write "often", not "always"' },
};

/** Every text under a care or safety idea shows its guard. */
export const lintGuards = ({ texts, plan }: ContentDraft): Problem[] =>
  texts.filter(isJudged).flatMap((text) =>
    text.covers.flatMap((id) => {
      const idea = plan.ideas[id];
      const guard = idea === undefined ? undefined : guardPatterns[idea.guard ?? ''];
      if (idea === undefined || guard === undefined || guard.shows.test(shownWith(text, texts, idea))) return [];
      return [unguarded(text, id, idea, guard.mend)];
    }),
  );

/** The standard text of a note stands for the note; cards stand for themselves; the SAFE deck is the way out. */
const isJudged = ({ id, kind, language, isSoft }: ContentText): boolean =>
  (kind === 'card' || kind === 'note') && language === 'en' && !isSoft && !id.startsWith('topic.safe.');

/** A care idea of a note may be told in the mail; a safety word must stand in the text itself. */
function shownWith(text: ContentText, texts: readonly ContentText[], { use }: Idea): string {
  if (text.kind === 'card' || use === 'safety') return text.text;
  return `${text.text} ${texts.find(({ id }) => id === `${text.id}.mail`)?.text ?? ''}`;
}

const unguarded = (text: ContentText, id: string, { use, guard }: Idea, mend: string): Problem =>
  inText(text, 0, {
    rule: 'guards',
    message: `${id} is marked ${use}, and its guard (${guard ?? ''}) does not show in ${text.id}`,
    mend,
    width: 12,
  });
