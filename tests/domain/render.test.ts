import { describe, expect, test } from 'vitest';
import { renderReply, renderText, RenderError } from '@breathing-room/core/domain/render';
import { testGuide } from '../support/guide.ts';

const guide = testGuide();
const american = { region: 'US', language: 'en' } as const;

describe('rendering', () => {
  test('fills help lines by region', () => {
    expect(renderText({ id: 'topic.crisis.1' }, american, guide)).toContain('988');
    expect(renderText({ id: 'topic.crisis.1' }, { region: 'UK', language: 'en' }, guide)).toContain('116 123');
    expect(renderText({ id: 'topic.crisis.1' }, { region: 'XX', language: 'en' }, guide)).toContain('findahelpline.com');
  });

  test('says a Spanish text with Spanish lines, and an English one wholly in English', () => {
    const spanish = { region: 'US', language: 'es' } as const;
    expect(renderText({ id: 'topic.crisis.1' }, spanish, guide)).toContain('llama al 988');
    const onlyEnglish = renderText({ id: 'topic.worth.2' }, spanish, guide);
    expect(onlyEnglish).not.toContain('llama');
    expect(onlyEnglish).toContain('988');
  });

  test('numbers a note and asks after it, or does neither', () => {
    const dressed = renderText({ id: 'patience.n1', with: { number: '1', tail: 'note.checkin' } }, american, guide);
    const bare = renderText({ id: 'patience.n1' }, american, guide);
    expect(dressed.startsWith('Note 1. ')).toBe(true);
    expect(dressed).toContain('Text 1 to 5');
    expect(dressed).toContain(bare);
  });

  test('joins several texts of one answer, and says nothing for none', () => {
    expect(renderReply([], american, guide)).toBeUndefined();
    expect(renderReply([{ id: 'pause.open' }, { id: 'private.on' }], american, guide)?.split('\n')).toHaveLength(2);
  });

  test.each([{ id: 'topic.nothing.1' }, { id: 'patience.n99' }, { id: 'time.done' }])('throws for %o, which cannot be said', (ref) => {
    expect(() => renderText(ref, american, guide)).toThrow(RenderError);
  });
});
