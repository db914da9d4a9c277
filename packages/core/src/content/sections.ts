import { fromMarkdown } from 'mdast-util-from-markdown';
import { problemAt, type Problem } from './problem.ts';
import type { YamlPiece } from './settings.ts';
import type { SourceFile } from './source-file.ts';

/** A piece of Markdown with its position. */
export type Block = ReturnType<typeof fromMarkdown>['children'][number];

/** What stands under one `## heading`. */
export interface Section {
  heading: string;
  headingOffset: number;
  /** Offset in the file of the first character under the heading. */
  offset: number;
  /** The Markdown under the heading as typed, without blank ends. */
  body: string;
  blocks: Block[];
}

export interface Sections {
  settings: YamlPiece | undefined;
  sections: Section[];
  problems: Problem[];
}

const settingsBlock = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** Splits a file into its settings block and its `##` sections. */
export function readSections(source: SourceFile): Sections {
  const [block = ''] = settingsBlock.exec(source.text) ?? [];
  const settings = block === '' ? undefined : { source, text: block.slice(4, block.lastIndexOf('---')), offset: 4 };
  const { children } = fromMarkdown(source.text.slice(block.length));
  const isHeading = (node: Block): boolean => node.type === 'heading' && node.depth === 2;
  const first = children.findIndex(isHeading);
  const stray = (first === -1 ? children : children.slice(0, first)).filter(({ type }) => type !== 'heading' && type !== 'html');
  return {
    settings,
    sections: children.flatMap((node, at) => (isHeading(node) ? [sectionAt(source, block.length, children, at)] : [])),
    problems: stray.map((node) =>
      problemAt(source, block.length + startOf(node), {
        rule: 'format',
        message: 'text outside a section is sent to nobody',
        mend: 'put it under a "## ..." heading or remove it',
        width: endOf(node) - startOf(node),
      }),
    ),
  };
}

function sectionAt(source: SourceFile, base: number, children: readonly Block[], at: number): Section {
  const heading = children[at]!;
  const next = children.slice(at + 1).findIndex((node) => node.type === 'heading' && node.depth === 2);
  const blocks = children.slice(at + 1, next === -1 ? undefined : at + 1 + next);
  const headingOffset = base + startOf(heading);
  const offset = blocks[0] === undefined ? headingOffset : base + startOf(blocks[0]);
  const last = blocks.at(-1);
  return {
    heading: source.text
      .slice(headingOffset, base + endOf(heading))
      .replace(/^#+\s*/, '')
      .trim(),
    headingOffset,
    offset,
    body: last === undefined ? '' : source.text.slice(offset, base + endOf(last)),
    blocks,
  };
}

const startOf = ({ position }: Block): number => position?.start.offset ?? 0;
const endOf = ({ position }: Block): number => position?.end.offset ?? 0;
