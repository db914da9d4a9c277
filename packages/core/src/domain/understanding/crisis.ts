import type { Concern, Meaning, Sense } from '../meaning.ts';
import { findPhrases, hidePhrases, type Found } from './phrase-rules.ts';
import type { ReadingModel } from './reading-model.ts';
import { rank, type Ranked } from './topic-ranker.ts';

/** Gravest first; where a text tells of several dangers the first names it. */
const order = [
  'self_harm.imminent',
  'self_harm.active',
  'self_harm.es',
  'harm_others.child',
  'abuse.child',
  'harm_others.threat',
  'harm_others.done',
  'harm_others.stalk',
  'harm_others.es',
  'self_harm.other',
  'self_harm.es-other',
  'abuse.physical',
  'abuse.threat',
  'abuse.control',
  'abuse.es',
  'self_harm.means',
  'self_harm.subtle',
];

/** "Don't reply, he's here" (X13). */
export const readQuiet = (plain: string, model: ReadingModel): Meaning | undefined => {
  const found = findPhrases(model, 'quiet', plain)[0];
  return found === undefined ? undefined : { kind: 'quiet', rule: 'quiet', because: `"${found.words}" asks for silence` };
};

/** Danger spoken of in the text, after everyday speech is blanked; `asksToStop` says whether it also ends our texts (X4). */
export const readCrisis = (plain: string, model: ReadingModel, asksToStop: () => boolean): Meaning | undefined => {
  const left = hidePhrases(model, 'everyday', plain);
  const found = findPhrases(model, 'crisis', left).sort((one, other) => order.indexOf(one.rule.id) - order.indexOf(other.rule.id));
  const worst = found[0];
  if (worst === undefined) return readUnclear(left, model) ?? readAlarm(left, model, asksToStop);
  return { ...senseOf(worst, found, asksToStop()), rule: `crisis.${worst.rule.id}`, because: `"${worst.words}" speaks of danger` };
};

const senseOf = (worst: Found, found: readonly Found[], optOut: boolean): Sense => {
  const id = worst.rule.id;
  const child = found.some(({ rule }) => rule.id.endsWith('.child'));
  const sense = { kind: 'crisis' as const, concern: concernOf(id), person: personOf(worst, found), optOut };
  return child ? { ...sense, child } : sense;
};

const concernOf = (id: string): Concern => {
  if (id.startsWith('self_harm')) return 'self_harm';
  return id.startsWith('abuse') ? 'abuse' : 'harm_others';
};

const someoneElse =
  /^(?:my |our )?(?:sister|mom|friend|daughter|best friend|niece|cousin|mother|neighbou?r|coworker|aunt|roommate|colleague|brother|son)\b/;

const personOf = ({ rule, words }: Found, found: readonly Found[]): 'self' | 'other' => {
  if (rule.id.endsWith('other')) return 'other';
  if (rule.id.startsWith('abuse')) return someoneElse.test(words) && !/ (?:me|us)$/.test(words) ? 'other' : 'self';
  const alsoOther = found.some((each) => each.rule.id.endsWith('other'));
  return alsoOther && (throughSomebody.test(words) || !firstPerson.test(words)) ? 'other' : 'self';
};

/** "i think my son wants to die": the words run from the sender through somebody else. */
const throughSomebody =
  /\b(?:he|she|they|hes|shes|theyre|him|her|sister|brother|friend|son|daughter|husband|wife|mom|dad|partner|boyfriend|girlfriend|himself|herself|themself)\b/;
const firstPerson = /\b(?:i|im|ive|id|ill|me|my|myself)\b/;

/** From this sureness on danger is believed without a phrase rule. At 0.9 one look-alike in eight raised the alarm, at 0.99 one in eighteen. */
const alarmAt = 0.99;
const dangers: ReadonlySet<string> = new Set(['self_harm', 'abuse', 'harm_others']);

/** Danger in words no rule knows, by the trained ranker. */
const readAlarm = (plain: string, model: ReadingModel, asksToStop: () => boolean): Meaning | undefined => {
  if (plain.trim().split(' ').length < 3) return undefined;
  const ranking = rank(plain, model, model.alarm).filter(({ topic }) => dangers.has(topic));
  const together = ranking.reduce((sum, { sureness }) => sum + sureness, 0);
  const first = ranking[0];
  return first === undefined || together < alarmAt ? undefined : alarmed(first, together, { plain, optOut: asksToStop() });
};

const alarmed = (first: Ranked, together: number, { plain, optOut }: { plain: string; optOut: boolean }): Meaning => ({
  kind: 'crisis',
  concern: concernOf(first.topic),
  person: someoneElse.test(plain.trim()) ? 'other' : 'self',
  optOut,
  rule: 'crisis.alarm',
  because: `the words together are like ${first.topic.replace('_', ' ')} (${Math.round(together * 100)} %)`,
});

const readUnclear = (plain: string, model: ReadingModel): Meaning | undefined => {
  const found = findPhrases(model, 'unclear', plain)[0];
  return found === undefined
    ? undefined
    : { kind: 'unclear_danger', rule: 'crisis.unclear', because: `"${found.words}" may go either way` };
};
