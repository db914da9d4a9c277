import { loadContent } from '@breathing-room/core/content/load-content';
import type { Guide } from '@breathing-room/core/domain/guide';

/** The real content and lexicon with a made-up operator. */
export const testGuide = (): Guide => ({
  ...loadContent(),
  profile: {
    serviceName: 'Breathing Room',
    privacyUrl: 'example.org/privacy',
    optOutMode: 'none',
    mail: { domain: 'mail.example.org', postalAddress: 'Breathing Room, 1 Example Street, Example Town' },
  },
});
