import { describe, expect, test } from 'vitest';
import { plusDays, plusHours } from '@breathing-room/core/domain/instant';
import type { Concern, Sense } from '@breathing-room/core/domain/meaning';
import { Region } from '@breathing-room/core/domain/region';
import { renderText } from '@breathing-room/core/domain/render';
import { textRef } from '@breathing-room/core/domain/text-ref';
import { testGuide } from '../support/guide.ts';
import { afterMeaning, answerTo, saidIds } from '../support/meanings.ts';
import { after, peopleIn, type Someone, stranger, texts } from '../support/people.ts';

const guide = testGuide();
const people = peopleIn(guide);
const states = Object.keys(people);
const firstPerson = (concern: Concern): Sense => ({ kind: 'crisis', concern, person: 'self', optOut: false });

/** So many answers were given today. */
const chatty = ({ person, now }: Someone, answers = 15): Someone => ({
  now,
  person: { ...person, today: { day: now.slice(0, 10), answers, signposts: 0 } },
});

describe('danger in the first person (X1, X3, X5)', () => {
  test.each(states.flatMap((state) => (['self_harm', 'abuse', 'harm_others'] as const).map((concern) => ({ state, concern }))))(
    '$concern from somebody $state gets lines, and nothing of ours goes on',
    ({ state, concern }) => {
      const someone = people[state]!();
      const answer = answerTo(someone, firstPerson(concern), guide);
      const words = renderText(answer.reply[0]!, answer.person, guide);
      expect(words).toMatch(/911/);
      expect(words).toMatch(/automated/i);
      expect(answer.person.offer).toBeUndefined();
      expect(answer.person.enrolment === undefined || answer.person.hold?.reason === 'crisis').toBe(true);
    },
  );

  test('says that notes rest, where notes were coming', () => {
    expect(saidIds(answerTo(people.active!(), firstPerson('self_harm'), guide))).toEqual(['crisis.self-harm-held']);
    expect(saidIds(answerTo(stranger(), firstPerson('self_harm'), guide))).toEqual(['crisis.self-harm']);
  });

  test('of abuse keeps one bit, of harm by themselves another, of self-harm none', () => {
    const flagsAfter = (concern: Concern) => Object.keys(answerTo(stranger(), firstPerson(concern), guide).person.flags);
    expect([flagsAfter('abuse'), flagsAfter('harm_others'), flagsAfter('self_harm')]).toEqual([['safe'], ['noContact'], []]);
  });

  test('with a plain stop honours both (X4)', () => {
    const answer = answerTo(people.active!(), { ...firstPerson('self_harm'), optOut: true } as Sense, guide);
    expect(saidIds(answer)).toEqual(['optout.done-self-harm']);
    expect(answer.person.consent).toBe('withdrawn');
    expect(answer.ledger?.map(({ method }) => method)).toEqual(['plain_words']);
    const again = answerTo({ ...people.active!(), person: answer.person }, { ...firstPerson('abuse'), optOut: true } as Sense, guide);
    expect(saidIds(again)).toEqual(['crisis.abuse']);
    expect(again.ledger ?? []).toEqual([]);
  });
});

describe('danger of somebody else (X5)', () => {
  test.each(states)('from somebody %s gets lines and changes nothing', (state) => {
    const someone = people[state]!();
    const answer = answerTo(someone, { kind: 'crisis', concern: 'self_harm', person: 'other', optOut: false }, guide);
    expect(saidIds(answer)).toEqual(['crisis.other-person']);
    expect(answer.person).toEqual(someone.person);
  });

  test('a child gets the child line, also after an opt-out', () => {
    const child: Sense = { kind: 'crisis', concern: 'abuse', person: 'other', optOut: true, child: true };
    expect(saidIds(answerTo(people.optedout!(), child, guide))).toEqual(['crisis.child']);
  });
});

describe('"don\'t reply, he is here" (X13)', () => {
  test.each(states)('gets no answer, and rests whatever was coming, when %s', (state) => {
    const someone = people[state]!();
    const answer = answerTo(chatty(someone), { kind: 'quiet' }, guide);
    expect(answer.reply).toEqual([]);
    expect(answer.person.offer).toBeUndefined();
    if (someone.person.consent !== 'withdrawn') expect(answer.person.hold?.reason).toBe('quiet');
  });

  test('rests until RESUME and a fresh answer to the safety line', () => {
    const quiet = afterMeaning(people.active!(), { kind: 'quiet' }, guide);
    expect(quiet.person.wakeAt).toBeUndefined();
    expect(texts(quiet, 'RESUME', guide).reply.map(({ id }) => id)).toEqual(['resume.gate']);
    const back = ['RESUME', 'GO'].reduce((someone, word) => after(someone, word, guide), quiet);
    expect(back.person.hold).toBeUndefined();
  });

  test('without a programme ends with RESUME and GO as well', () => {
    const back = ['RESUME', 'GO'].reduce(
      (someone, word) => after(someone, word, guide),
      afterMeaning(stranger(), { kind: 'quiet' }, guide),
    );
    expect(back.person.hold).toBeUndefined();
    expect(back.person.enrolment).toBeUndefined();
  });
});

describe('a hold for danger', () => {
  test('is not passed by signing up to something without a safety line (X5)', () => {
    const joined = after(people.resting!(), 'JOIN SELFCARE', guide);
    expect(joined.person.offer!.wording).toBe('join.gate');
    expect(after(joined, 'YES', guide).person).toMatchObject({ flags: { safe: {} } });
  });

  test('is not replaced by PAUSE, two lows or silence', () => {
    const resting = people.resting!();
    expect(after(resting, 'PAUSE 2', guide).person.hold?.reason).toBe('crisis');
  });

  test('is not ended by a GO to a sign-up shown before RESUME', () => {
    const offered = ['JOIN SELFCARE', 'RESUME', 'GO'].reduce((someone, word) => after(someone, word, guide), people.resting!());
    expect(offered.person.enrolment?.programme).toBe('patience');
    expect(offered.person.offer).toBeUndefined();
  });
});

describe('the safety line (O16)', () => {
  test('is asked for 72 hours; a later yes or no speaks to nothing', () => {
    const asked = after(people.resting!(), 'RESUME', guide);
    const late = { ...asked, now: plusHours(asked.now, 73) };
    expect(texts(late, 'YES', guide).subscriber.flags).toEqual({});
    expect(texts(late, 'NO', guide).reply).toEqual([]);
    expect(texts(late, 'GO', guide).subscriber.hold?.reason).toBe('crisis');
  });

  test('was not in a sign-up text without one, so a yes to that sets no flag', () => {
    const { reply, subscriber } = texts(after(stranger(), 'JOIN SELFCARE', guide), 'YES', guide);
    expect([reply, subscriber.flags]).toEqual([[], {}]);
  });

  test('was not in the question for the town either', () => {
    const parisian = after(stranger('+33612345678'), 'JOIN WEEK', guide);
    expect(texts(parisian, 'YES', guide).subscriber.flags).toEqual({});
  });
});

describe('the sixteenth text of a day', () => {
  const answered: [string, Sense][] = [
    ['danger', firstPerson('abuse')],
    ['a danger of unclear direction', { kind: 'unclear_danger' }],
    ['SAFE', { kind: 'keyword', topic: 'safe', match: 'exact' }],
    ['a plain opt-out', { kind: 'opt_out', how: 'plain' }],
  ];

  test.each(answered)('%s is answered whatever came before', (_, sense) => {
    expect(saidIds(answerTo(chatty(people.active!(), 99), sense, guide))).toHaveLength(1);
  });

  test.each(['CRISIS', 'SAFE', 'STOP', '911'])('%s is answered', (word) => {
    expect(texts(chatty(people.active!()), word, guide).reply).toHaveLength(1);
  });

  test.each(['SPACE', 'MENU', 'HELP', 'JOIN WEEK', 'qwzx flurb zz'])('%s is not', (word) => {
    expect(texts(chatty(people.active!(), 14), word, guide).reply).toHaveLength(1);
    const { reply, reasons } = texts(chatty(people.active!()), word, guide);
    expect(reply).toEqual([]);
    expect(reasons.at(-1)?.rule).toBe('quota');
  });

  test('a yes to the safety line is danger and is answered', () => {
    expect(texts(chatty(people.pending!()), 'YES', guide)).toMatchObject({
      reply: [{ id: 'topic.safe.1' }],
      subscriber: { flags: { safe: {} } },
    });
  });

  test('counts anew the next day', () => {
    const { person, now } = chatty(people.idle!());
    expect(texts({ person, now: plusDays(now, 1) }, 'SPACE', guide).reply).toHaveLength(1);
  });
});

describe('a stated age under 18 (X11)', () => {
  test.each(states)('gets the child line and ends programmes, when %s', (state) => {
    const answer = answerTo(people[state]!(), { kind: 'minor' }, guide);
    expect(saidIds(answer)).toEqual(['minor.line']);
    expect(answer.person.flags.adultOnly).toBeDefined();
    expect(answer.person.enrolment ?? answer.person.offer ?? answer.person.gateAskedAt).toBeUndefined();
  });

  test('still gets cards, the lines and STOP, but no sign-up', () => {
    const minor = afterMeaning(stranger(), { kind: 'minor' }, guide);
    expect(texts(minor, 'CALM', guide).reply.map(({ id }) => id)).toEqual(['topic.calm.1']);
    expect(texts(minor, 'JOIN WEEK', guide).reply.map(({ id }) => id)).toEqual(['join.underage']);
  });
});

describe('lines by region (X7)', () => {
  const danger = [
    'crisis.self-harm',
    'crisis.abuse',
    'crisis.harm-others',
    'crisis.child',
    'crisis.other-person',
    'crisis.unclear',
    'service.unknown',
    'service.help',
    'optout.done',
    'checkin.very-low',
    'topic.safe.1',
    'topic.crisis.1',
  ];

  test.each(Region.options.flatMap((region) => danger.map((id) => ({ region, id }))))('$id names the help of $region', ({ region, id }) => {
    const { emergency } = guide.content.helplines[region];
    expect(renderText(textRef(id), { region, language: 'en' }, guide)).toContain(emergency);
  });

  test.each([
    ['+12125550123', '988'],
    ['+447700900123', '999'],
    ['+353851234567', '112'],
    ['+61412345678', '000'],
    ['+6421123456', '111'],
  ])('%s hears of %s', (number, line) => {
    const { reply, subscriber } = texts(stranger(number), 'CRISIS', guide);
    expect(renderText(reply[0]!, subscriber, guide)).toContain(line);
  });

  test.each(['+18765550123', '+33612345678', '+18005550123'])(
    '%s, whose lines we do not have, hears no number of another country',
    (number) => {
      const { reply, subscriber } = texts(stranger(number), 'CRISIS', guide);
      expect(renderText(reply[0]!, subscriber, guide)).not.toMatch(/988|911|999|116 ?123/);
    },
  );
});

describe('in Spanish (X20)', () => {
  const inDanger = Object.keys(guide.content.phrases)
    .filter((id) => /^(?:crisis|optout)\./.test(id))
    .concat('topic.safe.1', 'topic.crisis.1', 'topic.nocontact.1', 'service.help');

  test('AYUDA and BASTA are answered in Spanish, and so is what follows', () => {
    for (const word of ['AYUDA', 'BASTA']) expect(texts(stranger(), word, guide).subscriber.language).toBe('es');
    expect(texts(stranger(), 'HELP', guide).subscriber.language).toBe('en');
  });

  test.each([
    ['me quiero matar', 'crisis.self-harm'],
    ['mi esposo me pega', 'crisis.abuse'],
  ])('%s is answered in Spanish from the first text', (body, id) => {
    const { reply, subscriber } = texts(stranger(), body, guide);
    expect(reply.map((text) => text.id)).toEqual([id]);
    expect(renderText(reply[0]!, subscriber, guide)).toContain('automática');
  });

  test.each(inDanger)('%s has Spanish words', (id) => {
    const [english, spanish] = (['en', 'es'] as const).map((language) => renderText(textRef(id), { region: 'US', language }, guide));
    expect(spanish).not.toBe(english);
  });
});
