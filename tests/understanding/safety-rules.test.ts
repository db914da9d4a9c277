import { describe, expect, test } from 'vitest';
import { loadContent } from '@breathing-room/core/content/load-content';
import { read } from './real-lexicon.ts';

describe('danger', () => {
  test.each([
    ['STOP he is hitting me', 'abuse', false],
    ['I want to die, stop texting me', 'self_harm', true],
  ])('X4: %s is %s, opting out: %s', (text, concern, optOut) => {
    expect(read(text)).toMatchObject({ kind: 'crisis', concern, optOut });
  });

  test('X5: about another person it says so, about oneself as well', () => {
    expect(read('my sister says she wants to die')).toMatchObject({ kind: 'crisis', concern: 'self_harm', person: 'other' });
    expect(read('i want to die')).toMatchObject({ kind: 'crisis', concern: 'self_harm', person: 'self' });
  });

  test('a child at risk is marked', () => {
    expect(read('he hits my kids')).toMatchObject({ kind: 'crisis', concern: 'abuse', child: true });
    expect(read('i shook my baby')).toMatchObject({ kind: 'crisis', concern: 'harm_others', child: true });
  });

  test.each(['dont text back he checks my phone', "please don't reply, he's here", 'he just walked in dont text'])(
    'X13: %s asks for silence',
    (text) => {
      expect(read(text).kind).toBe('quiet');
    },
  );

  test.each(['STALK', 'BLOCKED', 'blocked.'])('X17: %s cannot tell the direction', (text) => {
    expect(read(text).kind).toBe('unclear_danger');
  });

  test('X19: a phone reaction to our crisis text is no danger', () => {
    expect(read('Liked “If you want to die, call 988.”').kind).toBe('reaction');
  });

  test('X1: it is found in any state, and while a check-in is open', () => {
    expect(read('2, i want to kill myself', { checkInOpen: true })).toMatchObject({ kind: 'crisis' });
    expect(read('i want to kill myself', { isOptedOut: true })).toMatchObject({ kind: 'crisis' });
  });

  test('an age under 18 is heard, with the topic beside it (X11)', () => {
    expect(read('im 15 and my bf ignores me')).toMatchObject({ kind: 'minor' });
    expect(read('im 15 and my dad hits me')).toMatchObject({ kind: 'crisis', concern: 'abuse' });
  });
});

describe('typing errors', () => {
  test.each([
    ['SPCAE', 'space'],
    ['patiance', 'patience'],
    ['BONDARY', 'boundary'],
    ['CAML', 'calm'],
    ['TRSUT', 'trust'],
    ['Thearpy', 'therapy'],
    ['lonley', 'lonely'],
    ['AKS', 'ask'],
    ['selfcaer', 'selfcare'],
  ])('%s is near %s', (text, topic) => {
    expect(read(text)).toMatchObject({ kind: 'keyword', topic, match: 'typing_error' });
  });

  test.each([
    ['SAEF', 'safe'],
    ['scraed', 'safe'],
    ['crsis', 'crisis'],
  ])('X20: %s is corrected onto a safety word, not as an exact one', (text, topic) => {
    expect(read(text)).toMatchObject({ kind: 'keyword', topic, match: 'typing_error' });
  });

  test.each(['SAFE', 'SCARED', 'CRISIS', 'STOP', 'HELP', 'END', 'GO', 'YES', 'HURT'])('X20: nothing is corrected away from %s', (text) => {
    expect(read(text).rule).not.toContain('typing_error');
  });

  test.each([
    ['PUASE', 'pause'],
    ['resmue', 'resume'],
    ['staus', 'status'],
    ['JION PATIENCE', 'join'],
  ])('%s is near the command %s', (text, name) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { name } });
  });

  test.each([
    ['TALK please', 'talk'],
    ['can I get the space one', 'space'],
    ['calm pls', 'calm'],
  ])('%s holds the keyword of %s', (text, topic) => {
    expect(read(text)).toMatchObject({ kind: 'keyword', topic, match: 'in_sentence' });
  });
});

describe('a reading', () => {
  test('says in words which rule decided', () => {
    expect(read('please no more of these')).toMatchObject({
      kind: 'opt_out',
      rule: 'opt_out.plain',
      because: expect.stringContaining('no more'),
    });
    expect(read('text me at 8pm instead')).toMatchObject({ kind: 'command', command: { name: 'time', at: '20:00' }, rule: 'command.time' });
  });

  test('lifts a suppression on plain words only for someone who opted out', () => {
    expect(read('you can text me again', { isOptedOut: true })).toMatchObject({ kind: 'opt_in', word: 'UNSTOP' });
    expect(read('you can text me again')).toMatchObject({ kind: 'command', command: { name: 'resume' } });
  });
});

describe('a keyword', () => {
  const words = Object.entries(loadContent().lexicon.keywords);

  test.each(words)('%s is never taken for a wish to end our texts, nor for another topic than %s', (word, topic) => {
    const meaning = read(word);
    if (meaning.kind !== 'unclear_danger') expect(meaning).toMatchObject({ kind: 'keyword', topic });
  });

  test.each(words)('%s with a please opts nobody out (%s)', (word) => {
    expect(read(`${word.toLowerCase()} please`).kind).not.toBe('opt_out');
  });
});

describe('after STOP', () => {
  test.each(['ok hit me with them', 'alright let us give it another go', 'i think i could do with your little notes'])(
    'O7: %s is no guess that lifts it',
    (text) => {
      expect(read(text, { isOptedOut: true }).kind).not.toBe('opt_in');
    },
  );
});

describe('a watched phone', () => {
  test.each(['he is looking over my shoulder so send nothing back right now', "please don't answer this one, she has my phone tonight"])(
    'X13: %s is met with silence though no rule may know it',
    (text) => {
      expect(read(text).kind).toBe('quiet');
    },
  );
});
