import { isMap, isScalar, parseDocument, visit, type Document, type Node } from 'yaml';
import type * as z from 'zod';
import { problemAt, type Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/** A piece of YAML inside a file: the whole file, or the block between the `---` lines. */
export interface YamlPiece {
  source: SourceFile;
  text: string;
  /** Where the piece begins in the file. */
  offset: number;
}

export interface Settings<T> {
  /** Undefined when anything was wrong; the problems say what. */
  value: T | undefined;
  problems: Problem[];
  /** Offset in the file of the value at a path, or of the piece. */
  place: (path: readonly PropertyKey[]) => number;
}

/** Reads a piece of YAML by a schema; every fault points at its value. */
export function readSettings<T>(piece: YamlPiece, schema: z.ZodType<T>): Settings<T> {
  const document = parseDocument(piece.text, { prettyErrors: false, schema: 'core' });
  const place = (path: readonly PropertyKey[]): number => piece.offset + offsetOf(document, path);
  const aliases = aliasProblems(piece, document);
  const broken = [...syntaxProblems(piece, document), ...aliases, ...commentProblems(piece, document)];
  if (document.errors.length + aliases.length > 0) return { value: undefined, problems: broken, place };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: broken, place };
  const wrong = parsed.error.issues.flatMap((issue) => issueProblems(piece, document, issue));
  return { value: undefined, problems: [...broken, ...wrong], place };
}

const syntaxProblems = (piece: YamlPiece, document: Document): Problem[] =>
  document.errors.map((error) =>
    problemAt(piece.source, piece.offset + error.pos[0], {
      rule: 'settings',
      message: `this is not YAML: ${error.message}`,
      mend: 'write one "key: value" per line; put quotes around a value that holds a colon or begins with a sign',
      width: error.pos[1] - error.pos[0],
    }),
  );

/** A value that begins with * is an alias to YAML, and reading it throws. */
function aliasProblems(piece: YamlPiece, document: Document): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias(_, { range, source }) {
      problems.push(
        problemAt(piece.source, piece.offset + (range?.[0] ?? 0), {
          rule: 'settings',
          message: `"*${source}" is an alias in YAML`,
          mend: 'put quotes around a value that begins with a sign',
          width: source.length + 1,
        }),
      );
    },
  });
  return problems;
}

/** YAML drops what follows " #": an author who writes `title: Step #1` would lose half a title unseen. */
function commentProblems(piece: YamlPiece, document: Document): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar(_, node) {
      const [start, end] = node.range ?? [];
      if (typeof node.comment !== 'string' || start === undefined || end === undefined) return;
      const after = piece.text.indexOf('#', end);
      if (after >= 0 && piece.text.slice(end, after).includes('\n')) return;
      const hash = after < 0 ? Math.max(start, piece.text.indexOf('#', start)) : after; // A block scalar's remark stands in its first line.
      problems.push(
        problemAt(piece.source, piece.offset + hash, {
          rule: 'settings',
          message: 'YAML drops everything from this # on',
          mend: 'put quotes around the whole value, or move the remark to a line of its own',
          width: node.comment.length + 1,
        }),
      );
    },
  });
  return problems;
}

function issueProblems(piece: YamlPiece, document: Document, issue: z.core.$ZodIssue): Problem[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => {
    const key = path.map(String).join('.') || 'settings';
    const isUnknown = issue.code === 'unrecognized_keys';
    return problemAt(piece.source, piece.offset + offsetOf(document, path, isUnknown), {
      rule: 'settings',
      message: isUnknown ? `"${key}" is not a setting here` : `${key}: ${issue.message}`,
      mend: isUnknown
        ? 'remove the line or mend the spelling; content/README.md lists the settings'
        : `give "${key}" a value as content/README.md shows it`,
      width: isUnknown ? String(path.at(-1)).length : 1,
    });
  });
}

/** Offset inside the piece of the value at a path, of its key, or of the nearest parent there is. */
function offsetOf(document: Document, path: readonly PropertyKey[], ofKey = false): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    const start = ofKey && length === path.length ? keyOffset(document, path) : node?.range?.[0];
    if (start !== undefined) return start;
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
