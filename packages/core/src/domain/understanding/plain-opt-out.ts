import type { Meaning } from '../meaning.ts';
import type { Wording } from './normalise.ts';
import { findPhrases, hidePhrases } from './phrase-rules.ts';
import type { ReadingModel } from './reading-model.ts';
import { rank } from './topic-ranker.ts';

const wholeMessages = new Set(
  'LEAVEMEALONE NOMORE ENOUGH WRONGNUMBER NOMAS NOMASMENSAJES STOPIT STOPNOW STOPPLEASE PLEASESTOP STOPTEXTING STOPTEXTINGME STOPMESSAGING STOPTHIS UNSUB OUT OPTMEOUT REMOVEME NOMORETEXTS NOMORETEXTSPLEASE TAKEMEOFF TAKEMEOFFTHELIST CANCELPLEASE BASTA YABASTA'.split(
    ' ',
  ),
);

/** Whole messages that end our texts, though no carrier knows them. */
export const isPlainOptOutWord = (whole: string): boolean => wholeMessages.has(whole);

const stopWords = new Set(
  'stop unsubscribe optout quit cancel end remove stopall revoke basta parar alto pare paren baja stoppp'.split(' '),
);
const fillers = new Set(
  'please now ok okay it that this just already i said you me thanks all the texts text messages message fucking fuck damn right immediately can could will would stop stopp hey hi omg bro dude guys at once asap ffs jesus god yes no thank and so por favor ya the these them everything unsubscribe optout cancel end quit remove us my number subscription service texting messaging want to id like ask for of lol sir mam maam here from today now kindly seriously sorry do not t'.split(
    ' ',
  ),
);

/** A stop word among nothing but fillers, up to eight words: "ok stop please". */
const isStopAmongFillers = (words: readonly string[]): boolean =>
  words.length <= 8 && words.some((word) => stopWords.has(word)) && words.every((word) => stopWords.has(word) || fillers.has(word));

/** A wish, in any wording, that our texts end (O3). Grief over another person's silence is blanked first. */
export const readPlainOptOut = (wording: Wording, model: ReadingModel): Meaning | undefined => {
  if (isStopAmongFillers(wording.words)) return plainly(wording.words.join(' '));
  const left = hidePhrases(model, 'grief', wording.plain);
  const found = findPhrases(model, 'plain', left)[0];
  return found === undefined ? undefined : plainly(found.words);
};

/** Somebody else is spoken of: then only a rule may read an opt-out. */
const somebody =
  / (?:he|she|they|hes|shes|theyre|him|her|them|his|their|husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|kids?|mom|dad|friends?|sister|brother|spouse|fiance|marriage|relationship|love|us|we) /;

/** A wish that needs a word for ending or for us; without one the ranker is not asked. */
const endingOrUs =
  / (?:stop|quit|cease|end|cancel|remove|unsubscribe|discontinue|optout|off|out|texts?|texting|messag(?:es?|ing)|list|number|service|subscription|notifications?|notes|receive|get|contact|want|need|more|leave) /;

/** Wordings no rule knows, by the trained ranker; only where nobody else is spoken of. */
export const readLikelyOptOut = ({ plain, words }: Wording, model: ReadingModel): Meaning | undefined => {
  if (
    somebody.test(plain) ||
    !endingOrUs.test(plain) ||
    words.length < 2 ||
    words.length > 25 ||
    hidePhrases(model, 'grief', plain).includes('~')
  )
    return undefined;
  const first = rank(plain, model, model.alarm)[0];
  return first?.topic === 'opt_out' && first.sureness >= 0.9 ? plainly('the words together') : undefined;
};

const plainly = (words: string): Meaning => ({
  kind: 'opt_out',
  how: 'plain',
  rule: 'opt_out.plain',
  because: `"${words}" asks us to end`,
});

/** Might be meant for us, might be about somebody else: one question (O5). */
export const readUnsureOptOut = (wording: Wording, model: ReadingModel): Meaning | undefined => {
  const found = findPhrases(model, 'unsure', hidePhrases(model, 'grief', wording.plain))[0];
  return found === undefined
    ? undefined
    : { kind: 'opt_out_unsure', rule: 'opt_out.unsure', because: `"${found.words}" may be meant for us` };
};
