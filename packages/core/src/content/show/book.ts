import type { Compiled } from '../compile-content.ts';

export const showBook = ({ content }: Compiled): string => content.version;
