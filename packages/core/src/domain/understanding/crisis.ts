import type { Concern, Meaning, Sense } from '../meaning.ts';
import { surest, type Heard, type Surest } from './hear.ts';
import { findPhrases, type Found } from './phrase-rules.ts';

/** Gravest first; where rules find several dangers the first names it. */
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

const concerns: readonly Concern[] = ['self_harm', 'abuse', 'harm_others'];

/** From this sureness on a short text, or one stretch of a longer one, speaks of danger. */
const dangerAt = 0.7;
/** A long text has many stretches, and in one of them a turn of phrase may mislead. */
const dangerInLongAt = 0.9;
const manyStretches = 3;
/** Where a phrase rule speaks of danger too, and an opt-out or a command stands beside it ("STOP, I want to die"). */
const besideAt = 0.9;
/** How plain a match must be to count whatever stands around it. */
const plainAt = 0.85;

/** A watched phone must stay silent, but a silence by mistake leaves somebody alone: on 2,077 texts none was one. */
const quietAt = 0.8;

/** "Don't reply, he's here" (X13), by rule or by the words together. */
export const readQuiet = (heard: Heard): Meaning | undefined => {
  const [found, { sureness }] = [heard.evidence.quiet[0], surest(heard, ['quiet'])];
  if (found === undefined && (sureness < quietAt || heard.words.length < 3)) return undefined;
  return { kind: 'quiet', rule: 'quiet', because: `"${found?.words ?? 'the words together'}" asks for silence (${percent(sureness)})` };
};

/** Danger spoken of anywhere in the text; `asksToStop` says whether it also ends our texts (X4). */
export const readCrisis = (heard: Heard, asksToStop: () => boolean): Meaning | undefined => {
  const found = [...heard.evidence.danger].sort((one, other) => order.indexOf(one.rule.id) - order.indexOf(other.rule.id));
  const best = dangerIn(heard, found);
  if (best === undefined) return readUnclear(heard);
  const near = found.filter(({ start, end }) => start < best.stretch.end && end > best.stretch.start);
  return { ...senseOf(heard, best, near, asksToStop()), ...reasonOf(best, near[0]) };
};

/** Where the text speaks of danger, if it does. A single word or a keyword does so only by rule. */
const dangerIn = (heard: Heard, found: readonly Found[]): Surest | undefined => {
  const [best, plain] = [surest(heard, concerns), plainest(heard, found)];
  if (plain !== undefined && plain.sureness > best.sureness) return plain;
  const enough = heard.stretches.length < manyStretches ? dangerAt : dangerInLongAt;
  if (best.sureness >= enough && ((heard.words.length > 1 && !heard.isKeyword) || found.length > 0)) return best;
  return found.length > 0 && surest(heard, concerns, 'none').sureness >= besideAt ? best : undefined;
};

/** How many words beside a match are read with it. */
const beside = 3;

/** A match that speaks of danger when it stands nearly alone counts whatever stands around it (X1: inside any message). */
const plainest = (heard: Heard, found: readonly Found[]): Surest | undefined => {
  const alone = found
    .filter(({ rule }) => rule.id.startsWith('self_harm.') || rule.id.endsWith('.es'))
    .map(({ start, end }) => surest({ ...heard, stretches: [heard.within(start - beside, end + beside)] }, concerns));
  return alone.find(({ sureness }) => sureness >= plainAt);
};

const reasonOf = ({ sureness }: Surest, rule: Found | undefined): { rule: string; because: string } =>
  rule === undefined
    ? { rule: 'crisis.alarm', because: `the words together speak of danger (${percent(sureness)})` }
    : { rule: `crisis.${rule.rule.id}`, because: `"${rule.words}" speaks of danger (${percent(sureness)})` };
const percent = (sureness: number): string => `${Math.round(sureness * 100)} %`;

const senseOf = (heard: Heard, { stretch }: Surest, near: readonly Found[], optOut: boolean): Sense => {
  const { labels } = heard.model.intents;
  const concern =
    [...concerns].sort((one, other) => (stretch.sureness[labels.indexOf(other)] ?? 0) - (stretch.sureness[labels.indexOf(one)] ?? 0))[0] ??
    'self_harm';
  const said = near.find(({ rule }) => rule.id.startsWith(concern));
  const sense = { kind: 'crisis' as const, concern, person: personOf(heard.plain, concern, { said, near }), optOut };
  return near.some(({ rule }) => rule.id.endsWith('.child')) ? { ...sense, child: true } : sense;
};

const someoneElse =
  /^ ?(?:my |our )?(?:sister|mom|friend|daughter|best friend|niece|cousin|mother|neighbou?r|coworker|aunt|roommate|colleague|brother|son)\b/;

/** Who is in danger: the sender, or somebody the sender tells of. */
const personOf = (
  plain: string,
  concern: Concern,
  { said, near }: { said: Found | undefined; near: readonly Found[] },
): 'self' | 'other' => {
  if (said === undefined) return someoneElse.test(plain) && !firstPerson.test(plain) ? 'other' : 'self';
  if (said.rule.id.endsWith('other')) return 'other';
  if (concern === 'abuse') return someoneElse.test(said.words) && !/ (?:me|us)$/.test(said.words) ? 'other' : 'self';
  const alsoOther = near.some((each) => each.rule.id.endsWith('other'));
  return alsoOther && (throughSomebody.test(said.words) || !firstPerson.test(said.words)) ? 'other' : 'self';
};

/** "i think my son wants to die": the words run from the sender through somebody else. */
const throughSomebody =
  /\b(?:he|she|they|hes|shes|theyre|him|her|sister|brother|friend|son|daughter|husband|wife|mom|dad|partner|boyfriend|girlfriend|himself|herself|themself)\b/;
const firstPerson = /\b(?:i|im|ive|id|ill|me|myself)\b/;

const readUnclear = ({ evidence, model }: Heard): Meaning | undefined => {
  const found = findPhrases(model, 'unclear', evidence.calm)[0];
  return found === undefined
    ? undefined
    : { kind: 'unclear_danger', rule: 'crisis.unclear', because: `"${found.words}" may go either way` };
};
