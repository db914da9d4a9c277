import type { Concern, Meaning, Sense } from '../meaning.ts';
import { findPhrases, hidePhrases, type Found } from './phrase-rules.ts';
import type { ReadingModel } from './reading-model.ts';

/** Gravest first; where a text tells of several dangers the first names it. */
const order = ['self_harm.imminent', 'self_harm.active', 'self_harm.es', 'harm_others.child', 'abuse.child', 'harm_others.threat', 'harm_others.done', 'harm_others.stalk', 'harm_others.es', 'self_harm.other', 'self_harm.es-other', 'abuse.physical', 'abuse.threat', 'abuse.control', 'abuse.es', 'self_harm.means', 'self_harm.subtle'];

/** "Don't reply, he's here" (X13). */
export const readQuiet = (plain: string, model: ReadingModel): Meaning | undefined => {
  const found = findPhrases(model, 'quiet', plain)[0];
  return found === undefined ? undefined : { kind: 'quiet', rule: 'quiet', because: `"${found.words}" asks for silence` };
};

/** Danger spoken of in the text, after everyday speech is blanked. */
export const readCrisis = (plain: string, model: ReadingModel, optOut: boolean): Meaning | undefined => {
  const left = hidePhrases(model, 'everyday', plain);
  const found = findPhrases(model, 'crisis', left).sort((one, other) => order.indexOf(one.rule.id) - order.indexOf(other.rule.id));
  const worst = found[0];
  if (worst === undefined) return readUnclear(left, model);
  return { ...senseOf(worst, found, optOut), rule: `crisis.${worst.rule.id}`, because: `"${worst.words}" speaks of danger` };
};

const senseOf = (worst: Found, found: readonly Found[], optOut: boolean): Sense => {
  const id = worst.rule.id;
  const child = found.some(({ rule }) => rule.id.endsWith('.child'));
  const sense = { kind: 'crisis' as const, concern: concernOf(id), person: personOf(worst), optOut };
  return child ? { ...sense, child } : sense;
};

const concernOf = (id: string): Concern => {
  if (id.startsWith('self_harm')) return 'self_harm';
  return id.startsWith('abuse') ? 'abuse' : 'harm_others';
};

const someoneElse = /^(?:my |our )?(?:sister|mom|friend|daughter|best friend|niece|cousin|mother|neighbou?r|coworker|aunt|roommate|colleague|brother|son)\b/;

const personOf = ({ rule, words }: Found): 'self' | 'other' =>
  rule.id.endsWith('other') || (rule.id.startsWith('abuse') && someoneElse.test(words) && !/ (?:me|us)$/.test(words)) ? 'other' : 'self';

const readUnclear = (plain: string, model: ReadingModel): Meaning | undefined => {
  const found = findPhrases(model, 'unclear', plain)[0];
  return found === undefined ? undefined : { kind: 'unclear_danger', rule: 'crisis.unclear', because: `"${found.words}" may go either way` };
};
