import { readFileSync } from 'node:fs';
import type { Meaning, ReadingState } from '@breathing-room/core/domain/meaning';
import { understand } from '@breathing-room/core/domain/understand';
import { describe, expect, test } from 'vitest';
import { testLexicon } from '../support/test-lexicon.ts';

const quiet: ReadingState = { checkInOpen: false, gateOpen: false, isOptedOut: false };
const read = (text: string, state: Partial<ReadingState> = {}): Meaning => understand(text, { ...quiet, ...state }, testLexicon);

/** What each row of docs/words.md must be read as, by the reply it names. */
const expected: Record<string, (meaning: Meaning) => boolean> = {
  'optout.done': (meaning) => meaning.kind === 'opt_out',
  'optin.lifted': (meaning) => meaning.kind === 'opt_in',
  'topic.crisis.1': (meaning) => meaning.kind === 'keyword' && meaning.topic === 'crisis',
  'topic.nocontact.1': (meaning) => meaning.kind === 'keyword' && meaning.topic === 'nocontact',
  'join.choose': (meaning) => meaning.kind === 'command' && meaning.command.name === 'join' && meaning.command.programme === undefined,
  'join.contact': (meaning) => meaning.kind === 'command' && meaning.command.name === 'join' && meaning.command.programme === 'patience',
  'join.done': (meaning) => meaning.kind === 'go',
  'topic.space.1': (meaning) => meaning.kind === 'keyword' && meaning.topic === 'space',
  'topic.calm.1': (meaning) => meaning.kind === 'keyword' && meaning.topic === 'calm',
  'topic.leave.1': (meaning) => meaning.kind === 'keyword' && meaning.topic === 'leave',
  'more.none': (meaning) => meaning.kind === 'command' && meaning.command.name === 'more',
  'pause.days': (meaning) => meaning.kind === 'command' && meaning.command.name === 'pause' && meaning.command.days === 5,
  'resume.done': (meaning) => meaning.kind === 'command' && meaning.command.name === 'resume',
  'pace.slower': (meaning) => meaning.kind === 'command' && meaning.command.name === 'slower',
  'pace.faster': (meaning) => meaning.kind === 'command' && meaning.command.name === 'faster',
  'pace.daily': (meaning) => meaning.kind === 'command' && meaning.command.name === 'daily',
  'later.done': (meaning) => meaning.kind === 'command' && meaning.command.name === 'later',
  'time.done': (meaning) => meaning.kind === 'command' && meaning.command.name === 'time' && meaning.command.at === '11:00',
  'time.clamped': (meaning) => meaning.kind === 'command' && meaning.command.name === 'time' && meaning.command.at === '20:00',
  'time.ask': (meaning) => meaning.kind === 'command' && meaning.command.name === 'time' && meaning.command.at === undefined,
  'zone.done': (meaning) => meaning.kind === 'command' && meaning.command.name === 'zone' && meaning.command.place === 'denver',
  'zone.ask': (meaning) => meaning.kind === 'command' && meaning.command.name === 'zone' && meaning.command.place === undefined,
  'status.on': (meaning) => meaning.kind === 'command' && meaning.command.name === 'status',
  'private.on': (meaning) => meaning.kind === 'command' && meaning.command.name === 'private',
  'service.human': (meaning) => meaning.kind === 'command' && meaning.command.name === 'human',
  'service.help': (meaning) => meaning.kind === 'help',
  'data.summary': (meaning) => meaning.kind === 'command' && meaning.command.name === 'my_data',
  'forget.ask': (meaning) => meaning.kind === 'command' && meaning.command.name === 'forget_me',
  'language.es': (meaning) => meaning.kind === 'command' && meaning.command.name === 'language' && meaning.command.language === 'es',
  'language.en': (meaning) => meaning.kind === 'command' && meaning.command.name === 'language' && meaning.command.language === 'en',
  'checkin.gentle': (meaning) => meaning.kind === 'stray_number' && meaning.value !== undefined,
  'service.unknown': (meaning) => meaning.kind === 'unknown',
};

const rows = readFileSync(new URL('../../docs/words.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, words = '', state = '', , reply = '']) =>
    [...words.matchAll(/`([^`]+)`/g)].map((found) => ({ word: found[1] ?? '', state, reply })),
  )
  .filter(({ reply }) => reply in expected);

describe('every row of the table of words', () => {
  test.each(rows)('$word while $state is read as $reply says', ({ word, state, reply }) => {
    expect(read(word, { isOptedOut: state === 'optedout', gateOpen: state === 'pending' })).toSatisfy(expected[reply] ?? (() => false));
  });
});

describe('whole-message words', () => {
  test.each([
    'stop',
    'Stop.',
    '  STOP!!  ',
    'S T O P',
    '"stop"',
    'sToP 🛑',
    'stop all',
    'Opt-Out',
    'unsubscribe',
    'END',
    'quit.',
    'Cancel',
    'revoke',
    'remove',
    'ARRÊT',
    'td',
  ])('O1: %s opts out', (text) => {
    expect(read(text)).toMatchObject({ kind: 'opt_out', how: 'word' });
  });
  test.each(['HOME', 'hello', 'Shout'])('X10: %s is a helpline word', (text) => {
    expect(read(text)).toMatchObject({ kind: 'helpline_word' });
  });
  test.each([
    ['ok', 'courtesy'],
    ['Thanks!', 'courtesy'],
    ['👍', 'courtesy'],
    ['hi', 'greeting'],
    ['yes', 'yes'],
    ['Sí', 'yes'],
    ['nope', 'no'],
    ['GO', 'go'],
    ['blocked', 'unclear_danger'],
  ])('%s is %s', (text, kind) => {
    expect(read(text).kind).toBe(kind);
  });
  test.each([
    ['JOIN WEEK', 'firstweek'],
    ['join boundary', 'boundaries'],
    ['Join Balance28', 'balance28'],
    ['join hard talk', 'hardtalk'],
  ])('%s names %s', (text, programme) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { name: 'join', programme } });
  });
  test('a digit answers an open check-in and is stray otherwise', () => {
    expect(read('2', { checkInOpen: true })).toMatchObject({ kind: 'check_in', value: 2 });
    expect(read('0', { checkInOpen: true })).toMatchObject({ kind: 'check_in', value: 1 });
    expect(read('9', { checkInOpen: true })).toMatchObject({ kind: 'check_in_unclear' });
    expect(read('2')).toMatchObject({ kind: 'stray_number', value: 2 });
    expect(read('7')).toMatchObject({ kind: 'stray_number' });
  });
  test.each([
    'Liked “Text STOP to end.”',
    'Loved "If you want to die call 988"',
    '👍 to “Note 4. Breathe.”',
    'Laughed at an image',
    'Reacted 👍 to “Hello”',
  ])('X19: %s is a reaction', (text) => {
    expect(read(text).kind).toBe('reaction');
  });
  test('X19: a quoted text of ours is cut out before reading', () => {
    expect(read('> Text STOP to end all texts\nSPACE')).toMatchObject({ kind: 'keyword', topic: 'space' });
    expect(read('Scared of them? Text SAFE. More: MORE ok', { ourTexts: ['Scared of them? Text SAFE. More: MORE'] }).kind).toBe('courtesy');
  });
});
