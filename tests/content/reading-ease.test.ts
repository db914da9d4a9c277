import { describe, expect, it } from 'vitest';
import { gradeOf, sentencesOf, syllablesIn, wordsIn } from '@breathing-room/core/content/reading-ease';

const known: Record<string, number> = {
  calm: 1,
  breathe: 1,
  loved: 1,
  asked: 1,
  house: 1,
  voice: 1,
  tired: 1,
  friends: 1,
  hours: 1,
  piece: 1,
  feeling: 2,
  quiet: 2,
  people: 2,
  someone: 2,
  sometimes: 2,
  patience: 2,
  science: 2,
  safely: 2,
  every: 2,
  lonely: 2,
  being: 2,
  saying: 2,
  places: 2,
  houses: 2,
  voices: 2,
  wanted: 2,
  moment: 2,
  minutes: 2,
  really: 2,
  promise: 2,
  goodbye: 2,
  action: 2,
  together: 3,
  boundary: 3,
  idea: 3,
  area: 3,
  memory: 3,
  easier: 3,
  quietly: 3,
  family: 3,
  understand: 3,
  promises: 3,
  created: 3,
  previous: 3,
  reaction: 3,
  somebody: 3,
  steadying: 3,
  video: 3,
  relationship: 4,
  everybody: 4,
  situation: 4,
  conversation: 4,
  understanding: 4,
  automated: 4,
  emergency: 4,
};

describe('reading ease', () => {
  it.each(Object.entries(known))('counts the syllables of %s as %i', (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });

  it('ends sentences at full stops, question marks and line ends, not at colons', () => {
    expect(sentencesOf('Rest. "Is it so?" Then: go on.\nAnd walk')).toEqual(['Rest.', '"Is it so?"', 'Then: go on.', 'And walk']);
  });

  it('counts a gap, a number and a word with an apostrophe as one word each', () => {
    expect(wordsIn("Don't call {crisis} at 10.")).toEqual(["Don't", 'call', 'gap', 'at', '10']);
  });

  it('gives plain lines a low grade and heavy ones a high grade', () => {
    expect(gradeOf('The cat sat on the mat. It was warm.')).toBe(0);
    // 12 words in one sentence, 35 syllables: 0.39 × 12 + 11.8 × 35 / 12 − 15.59.
    expect(
      gradeOf(
        'Understanding communication necessitates considerable individual determination, continual concentration, and uninterrupted emotional availability',
      ),
    ).toBeGreaterThan(15);
  });
});
