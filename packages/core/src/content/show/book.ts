import type { Compiled } from '../compile-content.ts';
import { html } from './html.ts';
import { bookStyle } from './book-style.ts';
import { ideaTable, linesTable } from './book-tables.ts';
import { phraseChapter, programmeChapter, topicChapter } from './book-chapters.ts';
import { totalLines } from './stats.ts';

const groups: Record<string, string> = {
  steady: 'Steady yourself',
  understand: 'Understand',
  act: 'Act',
  added: 'Added: safety and special cases',
};

/** One HTML page for reviewers, complete in itself: every text, its ids and counts, and places to sign. */
export function showBook(compiled: Compiled): string {
  const { programmes, topics, content } = compiled;
  const parts = [
    ...programmes.map((draft) => ({
      id: `p-${draft.programme.id}`,
      title: `Notes: ${draft.programme.title}`,
      body: programmeChapter(draft, compiled),
    })),
    ...Object.entries(groups).map(([group, title]) => ({
      id: `g-${group}`,
      title: `Cards: ${title}`,
      body: topics
        .filter((draft) => draft.group === group)
        .map((draft) => topicChapter(draft, compiled))
        .join('\n'),
    })),
    { id: 'phrases', title: 'Phrases of the service', body: phraseChapter(compiled) },
    { id: 'lines', title: 'Help lines by region', body: linesTable(compiled) },
    { id: 'ideas', title: 'Where each idea of the sources is delivered', body: ideaTable(compiled) },
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Book for reviewers, ${content.version}</title><style>${bookStyle}</style></head>
<body><main>
<h1>All the words we send</h1>
<p>Content version <b>${content.version}</b>. ${totalLines(compiled)
    .map((line) => html(line))
    .join('. ')}.</p>
<p>This book is for a person with counselling training. Please read each text with four questions. Would it hurt a person who is being hit?
Who is the one chasing? Who is fourteen? Whose phone is read by somebody else? Mark what must change. Sign a part when it may go out.
Nothing here is signed until the file itself says who signed and when.</p>
<p class="facts">Gaps such as {crisis} are filled by region; lengths are counted with the longest filling. In a picture, a large circle asks a check-in,
a dashed one carries a guard, and a thick one reaches out or leads to safety. Two low answers in a row: the notes rest for three days.</p>
<nav aria-label="Parts"><ul>${parts.map(({ id, title }) => `<li><a href="#${id}">${html(title)}</a></li>`).join('')}</ul></nav>
${parts.map(({ id, title, body }) => `<section id="${id}"><h2>${html(title)}</h2>\n${body}</section>`).join('\n')}
</main></body></html>
`;
}
