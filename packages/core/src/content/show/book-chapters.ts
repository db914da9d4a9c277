import type { Compiled } from '../compile-content.ts';
import type { ContentText } from '../content-text.ts';
import { measure } from '../measure.ts';
import type { ProgrammeDraft } from '../read/programme.ts';
import type { TopicDraft } from '../read/topic.ts';
import { html } from './html.ts';
import { journeyOf } from './journey.ts';

export function programmeChapter({ programme, notes, texts, source }: ProgrammeDraft, compiled: Compiled): string {
  const sections = notes.map(({ note }) => {
    const own = texts.filter(({ id }) => id === note.id || id.startsWith(`${note.id}.`));
    const settings = [`late: ${note.late}`, note.outreach ? 'reaches out' : '', note.guard].filter((part) => part !== '').join(', ');
    return `<h3>Note ${note.number}</h3><p class="facts">${html(settings)}. ${ideas(note.covers, compiled)}</p>${own.map((text) => textBlock(text, compiled)).join('\n')}`;
  });
  const facts = `Gate: ${programme.gate}. Closed by: ${programme.closedBy.join(', ') || 'nothing'}. Review: ${reviewWords(programme.review)}.`;
  return `<p>${html(programme.summary)}</p><p class="facts">${html(facts)}</p>\n<div class="scroll" tabindex="0" role="group" aria-label="The way through, as a picture">${journeyOf(programme)}</div>\n${sections.join('\n')}\n${signature(source.path)}`;
}

export function topicChapter({ topic, texts, source }: TopicDraft, compiled: Compiled): string {
  const facts = [
    `Words: ${[topic.keyword, ...topic.also].join(', ')}`,
    `under SAFE: ${topic.allowedUnderSafe ? 'sent' : 'replaced'}`,
    `locked by: ${topic.lockedBy.join(', ') || 'nothing'}`,
    topic.continues ? 'MORE goes on' : 'MORE stops here',
    `next: ${topic.next.join(', ') || 'none'}`,
    `review: ${reviewWords(topic.review)}`,
  ];
  const cards = texts.map((text) => {
    const card = topic.cards.find(({ id }) => id === text.id);
    const lock = card === undefined || card.lockedBy.length === 0 ? '' : `, locked by ${card.lockedBy.join(', ')}`;
    return `${textBlock(text, compiled, lock)}<p class="facts">${ideas(text.covers, compiled)}</p>`;
  });
  return `<h3 id="t-${topic.id}">${html(topic.title)}</h3><p class="facts">${html(facts.join('. '))}.</p>${cards.join('\n')}${signature(source.path)}`;
}

export function phraseChapter(compiled: Compiled): string {
  const phrases = compiled.texts.filter(({ kind }) => kind === 'phrase');
  const files = [...new Set(phrases.map(({ source }) => source.path))];
  return files
    .map(
      (path) =>
        `<h3>${html(path)}</h3>${phrases
          .filter(({ source }) => source.path === path)
          .map((text) => textBlock(text, compiled))
          .join('\n')}${signature(path)}`,
    )
    .join('\n');
}

function textBlock(text: ContentText, compiled: Compiled, more = ''): string {
  const { characters, segments, words, grade, longestSentence } = measure(text, compiled.content);
  const isMail = text.kind === 'mail';
  const size = isMail ? `${words} words` : `${characters} characters, ${segments} ${segments === 1 ? 'part' : 'parts'}`;
  const body = isMail
    ? `<div class="mail">${paragraphs(text.text)}</div>`
    : `<p class="bubble"${text.language === 'es' ? ' lang="es"' : ''}>${html(text.text)}</p>`;
  const guard = text.guard === 'open' ? '' : ` <b>${text.guard}</b>`;
  return `<div class="text"><h4>${html(text.id)}${text.language === 'es' ? ' (Spanish)' : ''}</h4>${body}<p class="facts">${size}, grade ${grade}, longest sentence ${longestSentence}${html(more)}${guard}</p></div>`;
}

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${html(part).replaceAll('\n', '<br>')}</p>`)
    .join('');

const ideas = (covers: readonly string[], { plan }: Compiled): string =>
  covers
    .map(
      (id) =>
        `${id} ${plan.ideas[id]?.kind ?? 'unknown'}${plan.ideas[id]?.use === 'ok' ? '' : ` <b>${html(`${plan.ideas[id]?.use ?? ''}: ${plan.ideas[id]?.guard ?? ''}`)}</b>`}`,
    )
    .join(' · ');

const reviewWords = (review: ProgrammeDraft['programme']['review']): string =>
  review === 'pending' ? 'pending' : `${review.by}, ${review.on}`;

const signature = (path: string): string =>
  `<p class="sign">${html(path)} may go out: name<span>&nbsp;</span> training<span>&nbsp;</span> date<span>&nbsp;</span> signature<span>&nbsp;</span></p>`;
