import type { Lexicon } from '../lexicon.ts';
import type { Command, Meaning, ReadingState } from '../meaning.ts';
import { programmeIn, readDays } from './command-words.ts';
import { readHour } from './hours.ts';
import { surest, type Heard, type Surest } from './hear.ts';
import type { Stretch } from './intents.ts';
import { readWording, type Wording } from './normalise.ts';
import type { Span } from './phrase-match.ts';
import { findPhrases } from './phrase-rules.ts';

/** Earlier ones win where a text fits several ("stop for a week and delete…"). */
const order = [
  'delete',
  'export',
  'language.es',
  'language.en',
  'join',
  'pause',
  'time',
  'slower',
  'faster',
  'resume',
  'later',
  'status',
  'private',
  'menu',
  'human',
  'help',
];

const mentionsSomebody =
  / (?:he|she|hes|shes|theyre|him|her|his|their|husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|kid|kids|mom|dad|friend|sister|brother|spouse|fiance|friends|marriage|relationship|family|roommate) /;
const namesTexts =
  /\b(?:texts?|texting|messag(?:e|es|ing)|notes?|sms|notifications?|data|information|info|mensajes|programm?e?|unsubscribe|subscription|spanish|english|espanol|you)\b/;

/** From this sureness on the words together ask for a command no rule found. */
const commandAt = 0.5;
/** Where a rule found it as well. */
const besideRuleAt = 0.15;

/** A command in plain words that a rule knows ("can you do evenings instead"), with its value. */
export const readCommandPhrase = (heard: Heard, state: ReadingState, lexicon: Lexicon): Meaning | undefined =>
  meaningOf(byRule(heard, state), state, lexicon);

/** A command in words no rule knows, by the ranker; single words are left to keywords and their typing errors. */
export const readLikelyCommand = (heard: Heard, state: ReadingState, lexicon: Lexicon): Meaning | undefined => {
  const likely = likeliestCommand(heard);
  return likely.sureness < commandAt || heard.words.length < 2 || liftsStop(likely, heard, state)
    ? undefined
    : meaningOf(byWords(likely, heard), state, lexicon);
};

/** Who said STOP is texted again on words a rule knows, never on the ranker's guess (O7). */
const liftsStop = ({ id }: { id: string }, { plain }: Wording, { isOptedOut }: ReadingState): boolean =>
  id === 'resume' && isOptedOut && !asksAgain.test(plain);
const asksAgain = /^(?!.* (?:dont|do not|never|not|stop) ).* (?:text|message|write to) (?:me|us) (?:again|like before|as before) /;

const meaningOf = (asked: Asked | undefined, state: ReadingState, lexicon: Lexicon): Meaning | undefined => {
  if (asked === undefined) return undefined;
  const { id, because, near } = asked;
  if (id === 'help') return { kind: 'help', rule: 'service.phrase', because };
  if (id === 'optin' || (id === 'resume' && state.isOptedOut)) return { kind: 'opt_in', word: 'UNSTOP', rule: 'opt_in.plain', because };
  const command = commandOf(id, near, lexicon);
  return command === undefined ? undefined : { kind: 'command', command, rule: `command.${id}`, because };
};

interface Asked {
  id: string;
  because: string;
  /** The words a value is read from. */
  near: Wording;
}

const byRule = (heard: Heard, state: ReadingState): Asked | undefined => {
  if (heard.stretches.length > 1) return undefined;
  const back = findPhrases(heard.model, 'optin', heard.plain)[0];
  if (back !== undefined) return { id: 'optin', because: `"${back.words}" asks for it`, near: heard };
  const found = heard.evidence.command
    .filter(({ words }) => !mentionsSomebody.test(heard.plain) || namesTexts.test(words))
    .filter((each) => isWhole(each, heard) || !ranked(each.rule.id, heard) || surest(heard, [each.rule.id]).sureness >= besideRuleAt)
    .sort((one, other) => order.indexOf(one.rule.id) - order.indexOf(other.rule.id))[0];
  if (found === undefined) return undefined;
  const likely = likeliestCommand(heard);
  return likely.sureness >= commandAt && !isWhole(found, heard) && !liftsStop(likely, heard, state)
    ? byWords(likely, heard)
    : { id: found.rule.id, because: `"${found.words}" asks for it`, near: heard };
};

/** The rule knows most of the text: then nothing is left that could mean another thing. */
export const isWhole = ({ start, end }: Span, { words }: Wording): boolean => end - start >= 0.7 * words.length;

/** Commands too rare to be learnt are read by rule alone. */
const ranked = (id: string, { model }: Heard): boolean => model.intents.labels.includes(id);

/** The command the words together ask for, and where. */
export const likeliestCommand = (heard: Heard): Surest & { id: string } =>
  heard.model.intents.labels
    .filter((label) => order.includes(label))
    .map((id) => ({ id, ...surest(heard, [id]) }))
    .reduce((best, each) => (each.sureness > best.sureness ? each : best));

const byWords = ({ id, stretch, sureness }: Surest & { id: string }, heard: Heard): Asked => ({
  id,
  because: `the words together ask for it (${Math.round(sureness * 100)} %)`,
  near: heard.stretches.length === 1 ? heard : partOf(heard, stretch),
});

/** How many words around a stretch may hold its value. */
const around = 6;

/** The part of a long text that a stretch stands in, as written: its words are counted by share, as writing them out changes their number. */
const partOf = ({ text, plain }: Wording, { start, end }: Stretch): Wording => {
  const [written, all] = [text.split(/\s+/), plain.trim().split(' ').length];
  const at = (place: number): number => Math.round((place / all) * written.length);
  return readWording(written.slice(Math.max(0, at(start) - around), at(end) + around).join(' '));
};

const commandOf = (id: string, wording: Wording, lexicon: Lexicon): Command | undefined => {
  switch (id) {
    case 'pause':
      return withDays(readDays(wording.words));
    case 'time':
      return timeAt(readHour(wording.text));
    case 'join':
      return joinOf(wording, lexicon);
    case 'language.es':
      return { name: 'language', language: 'es' };
    case 'language.en':
      return { name: 'language', language: 'en' };
    case 'delete':
      return { name: 'forget_me' };
    case 'export':
      return { name: 'my_data' };
    case 'resume':
    case 'slower':
    case 'faster':
    case 'later':
    case 'status':
    case 'private':
    case 'menu':
    case 'human':
      return { name: id };
    default:
      return undefined;
  }
};

const withDays = (days: number | undefined): Command =>
  days === undefined || days < 1 || days > 365 ? { name: 'pause' } : { name: 'pause', days };
const timeAt = (at: string | undefined): Command => (at === undefined ? { name: 'time' } : { name: 'time', at });

/** The programme named in the words, longest name first: `first week`, `self care`, `hard talk`. */
const joinOf = ({ whole }: Wording, lexicon: Lexicon): Command => {
  const programme = programmeIn(whole, lexicon);
  return programme === undefined ? { name: 'join' } : { name: 'join', programme };
};
