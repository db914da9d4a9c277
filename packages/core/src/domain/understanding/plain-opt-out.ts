import type { Meaning } from '../meaning.ts';
import { isWhole, likeliestCommand } from './command-phrases.ts';
import { surest, type Heard } from './hear.ts';
import { findPhrases, hidePhrases } from './phrase-rules.ts';

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

/** From this sureness on, without any rule. A long text has many stretches, and one of them may mislead. */
const optOutAt = 0.6;
const optOutInLongAt = 0.9;
/** Where a phrase rule asks us to end as well, the ranker needs no more than this. */
const besideRuleAt = 0.3;
/** From here to there nobody can tell, and one question is asked. */
const unsureAt = 0.4;
const manyStretches = 3;

/** A wish, in any wording, that our texts end (O3). While a check-in is open a number is an answer, unless a rule finds the wish. */
export const readPlainOptOut = (heard: Heard, isAnswer: () => boolean): Meaning | undefined => {
  if (isStopAmongFillers(heard.words)) return plainly(heard.words.join(' '), 1);
  const [{ sureness }, rule] = [surest(heard, ['opt_out']), heard.evidence.ending[0]];
  if (rule !== undefined && sureness >= besideRuleAt) return plainly(rule.words, sureness);
  if (heard.isKeyword || isAnswer()) return undefined;
  const enough = heard.stretches.length < manyStretches ? optOutAt : optOutInLongAt;
  return sureness >= enough && heard.words.length > 1 && !asksForMore(heard) ? plainly('the words together', sureness) : undefined;
};

/** "You can text me again" shares nearly all its words with its opposite. */
const asksForMore = (heard: Heard): boolean =>
  heard.evidence.command.some((each) => /^(?:resume|faster|join)$/.test(each.rule.id) || isWhole(each, heard)) ||
  findPhrases(heard.model, 'optin', heard.plain).length > 0;

/** Beside danger: only words plainly aimed at us end our texts as well (X4). */
export const alsoOptsOut = (heard: Heard): boolean =>
  heard.evidence.ending.length > 0 && surest(heard, ['opt_out'], 'none').sureness >= 0.5;

const plainly = (words: string, sureness: number): Meaning => ({
  kind: 'opt_out',
  how: 'plain',
  rule: 'opt_out.plain',
  because: `"${words}" asks us to end (${Math.round(sureness * 100)} %)`,
});

/** Might be meant for us, might be about somebody else: one question (O5). */
export const readUnsureOptOut = (heard: Heard): Meaning | undefined => {
  const found = findPhrases(heard.model, 'unsure', hidePhrases(heard.model, 'grief', heard.plain))[0];
  if (found !== undefined) return unsure(found.words);
  const { sureness } = surest(heard, ['opt_out']);
  return !heard.isKeyword && sureness >= unsureAt && sureness > likeliestCommand(heard).sureness ? unsure('the words together') : undefined;
};

const unsure = (words: string): Meaning => ({ kind: 'opt_out_unsure', rule: 'opt_out.unsure', because: `"${words}" may be meant for us` });
