import type { Person, State } from './crowd.ts';

export interface Text {
  number: string;
  body: string;
  messageSid: string;
  /** The place of the text this one repeats, as a provider does that heard no answer. */
  repeats?: number;
}

interface Kind {
  share: number;
  from: readonly State[];
  bodies: readonly string[];
}

const anybody: readonly State[] = ['new', 'pending', 'asked', 'idle'];

/** What people text, in shares of a hundred; two more are repeats. */
const kinds: readonly Kind[] = [
  {
    share: 38,
    from: anybody,
    bodies: ['SPACE', 'calm', 'Why', 'TALK', 'trust', 'MORE', 'IGNORED', 'give space', 'LONELY', 'listen', 'HOPE', 'SELFCARE'],
  },
  { share: 18, from: ['asked'], bodies: ['3', '4', '5', '2', '4', '3 ', '1'] },
  { share: 8, from: ['new', 'idle'], bodies: ['JOIN PATIENCE', 'join firstweek', 'Join selfcare', 'JOIN'] },
  { share: 7, from: ['pending'], bodies: ['GO', 'go', 'Go.'] },
  {
    share: 17,
    from: anybody,
    bodies: [
      'she hasnt answered my texts since friday and i dont know what to do',
      'Hi, my husband says he needs some time apart. Is that the end of it?',
      'my daughter moved out and only sends one word answers',
      'we had a fight again last night and now he sleeps on the couch',
      'How do I tell him I miss him without making it worse?',
      'i keep checking my phone all day',
      'he said he loves me but he is not sure what he wants any more 😔',
      'my best friend cancels every plan we make, should i just leave it?',
    ],
  },
  { share: 4, from: ['asked', 'idle'], bodies: ['STOP', 'Stop', 'unsubscribe'] },
  { share: 4, from: anybody, bodies: ['MENU', 'STATUS', 'HELP', 'SLOWER', 'PAUSE 3'] },
  { share: 2, from: anybody, bodies: ['ok thanks', 'Thank you', '👍'] },
];
const repeatShare = 2;
/** A provider repeats seconds later, when others have been answered meanwhile. */
const repeatsAfter = 60;

/** A mix of texts, each from a person of its own who could send it; the same every time for one `seed`. */
export function conversation(people: readonly Person[], count: number, seed: number): Text[] {
  const random = dice(seed);
  const waiting = new Map(anybody.map((state) => [state, people.filter((person) => person.state === state)]));
  const texts: Text[] = [];
  for (let index = 0; index < count; index++) {
    const earlier = texts[index - repeatsAfter];
    const isRepeat = earlier !== undefined && earlier.repeats === undefined && random() * 100 < repeatShare;
    texts.push(isRepeat ? { ...earlier, repeats: index - repeatsAfter } : freshText(waiting, random, `${seed}-${index}`));
  }
  return texts;
}

function freshText(waiting: ReadonlyMap<State, Person[]>, random: () => number, name: string): Text {
  const { from, bodies } = kindAt(random() * (100 - repeatShare));
  const states = from.flatMap((state) => (waiting.get(state)!.length > 0 ? [state] : []));
  const person = waiting.get(states[Math.floor(random() * states.length)]!)!.pop()!;
  return { number: person.number, body: bodies[Math.floor(random() * bodies.length)]!, messageSid: `SM${name.padStart(32, '0')}` };
}

function kindAt(place: number): Kind {
  let passed = 0;
  return kinds.find(({ share }) => (passed += share) > place) ?? kinds[0]!;
}

/** Numbers from 0 to 1 that look random and are the same for one seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
