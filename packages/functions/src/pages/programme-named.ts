import type { Programme } from '@breathing-room/core/domain/content';
import type { Guide } from '@breathing-room/core/domain/guide';

/** The programme a form names; a form can name anything, `constructor` too. */
export const programmeNamed = ({ content }: Guide, id: string): Programme | undefined =>
  Object.hasOwn(content.programmes, id) ? content.programmes[id] : undefined;
