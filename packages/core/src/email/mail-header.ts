import type { Header } from 'postal-mime';

/** All values of a header, top first, by its name in lower case. */
export type MailHeader = (name: string) => string[];

export const mailHeaderOf =
  (headers: readonly Header[]): MailHeader =>
  (name) =>
    headers.filter(({ key }) => key === name).map(({ value }) => value);
