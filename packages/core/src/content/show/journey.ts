import type { Note, Programme } from '../../domain/content.ts';
import { html } from './html.ts';

const perRow = 7;
const step = 136;
const rowHeight = 190;
const top = 92;
const left = 100;

/** The way through a programme as a picture: gate, notes in order, check-ins with their branches, locks, the end. */
export function journeyOf(programme: Programme): string {
  const rows = Math.ceil(programme.notes.length / perRow);
  const width = left * 2 + step * (perRow - 1);
  const height = top + rows * rowHeight + 30;
  const asked = programme.notes.filter(({ checkIn }) => checkIn !== undefined).map(({ number }) => number);
  return [
    `<svg class="journey" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="j-${programme.id}">`,
    `<title id="j-${programme.id}">${html(`${programme.title}: ${programme.notes.length} notes, check-ins on ${asked.join(', ')}`)}</title>`,
    bar({ x: 8, y: 8 }, width - 16, gateWords(programme)),
    ...programme.notes.slice(1).map((_, index) => line(placeOf(index), placeOf(index + 1))),
    ...programme.notes.map((note, index) => stop(note, placeOf(index))),
    bar({ x: 8, y: height - 34 }, width - 16, 'One closing note, then nothing until the person writes. A new JOIN is a new consent.'),
    '</svg>',
  ].join('\n');
}

interface Place {
  x: number;
  y: number;
}

/** Rows run from left to right and back, so that the line never breaks. */
function placeOf(index: number): Place {
  const row = Math.floor(index / perRow);
  const column = row % 2 === 0 ? index % perRow : perRow - 1 - (index % perRow);
  return { x: left + column * step, y: top + row * rowHeight };
}

function gateWords({ word, gate, closedBy }: Programme): string {
  const asks = {
    none: 'no question',
    light: 'the safety line',
    safety: 'the safety line',
    strict: 'the safety line, asked again on the way',
  }[gate];
  const closed =
    closedBy.length === 0
      ? 'open under every flag'
      : `closed under ${closedBy.map((flag) => (flag === 'safe' ? 'SAFE' : 'NOCONTACT')).join(' and ')}`;
  return `JOIN ${word} → ${asks} → GO. ${closed[0]!.toUpperCase()}${closed.slice(1)}.`;
}

const line = (a: Place, b: Place): string => `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" />`;

function stop(note: Note, { x, y }: Place): string {
  const marks = [
    note.outreach ? 'reaches out' : '',
    note.guard === 'open' ? '' : note.guard,
    note.minDaysAfterPrevious === undefined ? '' : `${note.minDaysAfterPrevious} days later or more`,
  ].filter((mark) => mark !== '');
  return [
    `<circle cx="${x}" cy="${y}" r="${note.checkIn === undefined ? 17 : 23}" class="${note.outreach ? 'outreach' : note.guard}" />`,
    `<text x="${x}" y="${y + 5}" class="number">${note.number}</text>`,
    ...marks.map((mark, index) => `<text x="${x}" y="${y - 28 - index * 13}" class="mark">${html(mark)}</text>`),
    ...(note.checkIn === undefined ? [] : branches({ x, y })),
    ...(note.outreach ? swap({ x, y: y + (note.checkIn === undefined ? 34 : 122) }) : []),
  ].join('');
}

const swap = ({ x, y }: Place): string[] =>
  ['under NOCONTACT', 'the soft text'].map((words, index) => `<text x="${x}" y="${y + index * 13}" class="mark">${words}</text>`);

const answers = ['1: help lines, softer, slower', '2: softer, slower', '3: as it is', '4-5: as it is', 'none: no reminder'];

const branches = ({ x, y }: Place): string[] => [
  `<line x1="${x}" y1="${y + 23}" x2="${x}" y2="${y + 34}" />`,
  ...answers.map((answer, index) => `<text x="${x}" y="${y + 47 + index * 14}" class="answer">${answer}</text>`),
];

const bar = ({ x, y }: Place, width: number, words: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="28" rx="8" /><text x="${x + width / 2}" y="${y + 19}" class="words">${html(words)}</text>`;
