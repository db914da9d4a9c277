import { problemAt, type Problem } from '../problem.ts';
import type { Block, Section } from '../sections.ts';
import type { SourceFile } from '../source-file.ts';

/** An SMS, a subject and a preheader are one plain paragraph; formatting would reach the phone as signs. */
export function plainParagraphProblems(source: SourceFile, section: Section): Problem[] {
  const [only, ...more] = section.blocks;
  if (only === undefined)
    return [
      problemAt(source, section.headingOffset, {
        rule: 'format',
        message: `"${section.heading}" has no text`,
        mend: 'write the text under the heading, after a blank line',
        width: section.heading.length + 3,
      }),
    ];
  return [...more, ...(only.type === 'paragraph' ? only.children.filter((child) => child.type !== 'text') : [only])].map((node) =>
    oddNode(source, section, node, {
      message: 'a text message is one plain paragraph',
      mend: 'take out the formatting, or join the paragraphs; a line that begins with "1." or "-" becomes a list',
    }),
  );
}

const mailNodes = new Set(['paragraph', 'text', 'list', 'listItem', 'emphasis', 'strong', 'blockquote']);

/** A mail may hold paragraphs, lists, quotations and stress; links belong to the layout alone. */
export function mailBodyProblems(source: SourceFile, section: Section): Problem[] {
  if (section.blocks.length === 0) return plainParagraphProblems(source, section);
  return section.blocks
    .flatMap((block) => nodesIn(block))
    .filter(({ type }) => !mailNodes.has(type))
    .map((node) =>
      oddNode(source, section, node, {
        message: `a mail body holds no ${node.type}`,
        mend: 'use plain paragraphs and lists; the layout adds the links',
      }),
    );
}

const nodesIn = (node: Block): Block[] => ('children' in node ? [node, ...node.children.flatMap((child) => nodesIn(child))] : [node]);

function oddNode(source: SourceFile, section: Section, node: Block, words: Pick<Problem, 'message' | 'mend'>): Problem {
  const inside = (node.position?.start.offset ?? 0) - (section.blocks[0]?.position?.start.offset ?? 0);
  const width = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
  return problemAt(source, section.offset + inside, { rule: 'format', ...words, width });
}
