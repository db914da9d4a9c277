import type { Lexicon } from '../lexicon.ts';
import type { Command, Meaning, ReadingState } from '../meaning.ts';
import { programmeIn, readDays } from './command-words.ts';
import { readHour } from './hours.ts';
import type { Wording } from './normalise.ts';
import { findPhrases, hidePhrases } from './phrase-rules.ts';

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

/** A command in plain words ("can you do evenings instead"), with its value. */
export const readCommandPhrase = (wording: Wording, state: ReadingState, lexicon: Lexicon): Meaning | undefined => {
  const model = lexicon.reading;
  if (model === undefined || wording.words.length > 40) return undefined;
  const left = hidePhrases(model, 'about', wording.plain);
  const back = findPhrases(model, 'optin', left)[0];
  if (back !== undefined) return { kind: 'opt_in', word: 'UNSTOP', rule: 'opt_in.plain', because: `"${back.words}" asks to come back` };
  const found = findPhrases(model, 'command', left)
    .filter(({ words }) => !mentionsSomebody.test(wording.plain) || namesTexts.test(words))
    .sort((one, other) => order.indexOf(one.rule.id) - order.indexOf(other.rule.id))[0];
  if (found === undefined) return undefined;
  if (found.rule.id === 'help') return { kind: 'help', rule: 'service.phrase', because: `"${found.words}" asks for help with the service` };
  if (found.rule.id === 'resume' && state.isOptedOut)
    return { kind: 'opt_in', word: 'UNSTOP', rule: 'opt_in.plain', because: `"${found.words}" asks to come back` };
  const command = commandOf(found.rule.id, wording, lexicon);
  return command === undefined
    ? undefined
    : { kind: 'command', command, rule: `command.${found.rule.id}`, because: `"${found.words}" asks for it` };
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
