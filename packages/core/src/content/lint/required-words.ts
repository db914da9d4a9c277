import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';

interface Requirement {
  text: RegExp;
  needs: RegExp;
  mend: string;
}

/** Lines single texts must carry: C7, the guards of the topics, and what answers must say (O11, X12). */
export const requirements: readonly Requirement[] = [
  {
    text: /^topic\.hurt\.1$/,
    needs: /\bSAFE\b[^]*\bCRISIS\b|\bCRISIS\b[^]*\bSAFE\b/,
    mend: 'HURT may mean an injury: name SAFE and CRISIS',
  },
  { text: /^topic\.lonely\.1$/, needs: /\bCRISIS\b/, mend: 'name CRISIS' },
  { text: /^topic\.worth\.2$/, needs: /\bCRISIS\b/, mend: 'name CRISIS (C7)' },
  { text: /^topic\.(leave|boundary|fights|eggshells|decide|talk)\.1$/, needs: /\bSAFE\b/, mend: 'ask about fear and name SAFE (C7)' },
  { text: /^topic\.break\.1$/, needs: /\bPAUSE\b/, mend: 'separate the meanings first: a break from us is PAUSE' },
  { text: /^topic\.mentalhealth\.1$/, needs: /\bCRISIS\b/, mend: 'name CRISIS for the reader' },
  { text: /^topic\.unworthy\.1$/, needs: /\bCRISIS\b/, mend: 'if the reader means themself: WORTH and CRISIS' },
  { text: /^topic\.chase\.1$/, needs: /\bNOCONTACT\b/, mend: 'if they asked for no contact: NOCONTACT' },
  { text: /^topic\.space\.1$/, needs: /\bSAFE\b/, mend: 'carry the fear line: SAFE' },
  { text: /^topic\.therapy\.1$/, needs: /\bSAFE\b/, mend: 'no work as a pair where there is fear: SAFE' },
  { text: /^topic\.kids\.1$/, needs: /\bSAFE\b|\{child\}|\{emergency\}/, mend: 'a child at risk: SAFE' },
  { text: /^topic\.safe\.1$/, needs: /\{emergency\}[^]*\{abuse\}|\{abuse\}[^]*\{emergency\}/, mend: 'hold {emergency} and {abuse}' },
  { text: /^topic\.crisis\.1$/, needs: /\{emergency\}[^]*\{crisis\}|\{crisis\}[^]*\{emergency\}/, mend: 'hold {emergency} and {crisis}' },
  { text: /^topic\.nocontact\.1$/, needs: /\{harm\}|\{crisis\}|\bCRISIS\b/, mend: 'name a line to talk to' },
  {
    text: /^join\.(plain|gate|contact)/,
    needs:
      /^(?=.*\{service\})(?=.*\{programme\})(?=.*up to 1 a day)(?=.*Msg & data rates may apply)(?=.*HELP)(?=.*STOP)(?=.*18\+)(?=.*\{privacy\})(?=.*\bGO\b)(?=.*PRIVATE)(?=.*[Aa]utomated)/,
    mend: 'O11: service, programme, "up to 1 a day", "Msg & data rates may apply", HELP, STOP, 18+, privacy address, GO, PRIVATE, automated',
  },
  {
    text: /^join\.(gate|contact)|^resume\.gate/,
    needs: /unsafe\? Text SAFE\b/,
    mend: 'carry the safety line: "Is anyone making you feel unsafe? Text SAFE."',
  },
  { text: /^join\.contact/, needs: /get in touch\? Text NOCONTACT/, mend: 'X18: "Asked not to get in touch? Text NOCONTACT."' },
  { text: /^join\..*-ukie$/, needs: /consent/, mend: 'O12: explicit consent wording for the UK and Ireland' },
  {
    text: /^(optout\.done|carrier\.(stop|help)|service\.(help|unknown|human)|fallback|checkin\.(very-low|gentle))/,
    needs: /(?=[^]*\{emergency\})(?=[^]*\{crisis\})|(?=[^]*\{emergency\})(?=[^]*\{(abuse|harm)\})/,
    mend: 'carry {emergency} and {crisis}',
  },
  {
    text: /^(crisis\.|service\.(help|human|unknown)|carrier\.help|fallback|checkin\.(very-low|gentle)|minor|join\.underage)/,
    needs: /[Aa]utom/,
    mend: 'X12: say that the line is automated and nobody reads it',
  },
  { text: /^crisis\./, needs: /\{emergency\}/, mend: 'carry {emergency}' },
  { text: /^crisis\.self-harm-held/, needs: /RESUME/, mend: 'X5: say that notes rest until RESUME' },
  { text: /^checkin\.two-lows$/, needs: /(?=.*THERAPY)(?=.*CRISIS)(?=.*PAUSE)/, mend: 'offer THERAPY, CRISIS and PAUSE' },
  { text: /^crisis\.unclear$/, needs: /\bSAFE\b.*\bNOCONTACT\b/, mend: 'X17: "Done to you? SAFE. Worried what you may do? NOCONTACT"' },
  { text: /^(minor\.line|join\.underage)$/, needs: /\{child\}/, mend: 'X11: carry {child}' },
];

/** What single texts may not say, though others may. */
const forbidden: readonly Requirement[] = [
  {
    text: /^(status\.|service\.human)/,
    needs: /\{(programme|word|abuse|harm)\}|\b(SAFE|NOCONTACT|PATIENCE|SELFCARE|HARDTALK|BOUNDARY|BALANCE)\b/,
    mend: 'X14: name no programme, flag, hold or abuse line; the phone may be in other hands',
  },
  { text: /^data\.summary/, needs: /\b(SAFE|NOCONTACT|safety|danger|flag|PATIENCE)\b/, mend: 'P1: neutral categories only' },
];

export const lintRequiredWords = ({ texts }: ContentDraft): Problem[] =>
  texts.flatMap((text) => [
    ...requirements.filter(({ text: which, needs }) => which.test(text.id) && !needs.test(text.text)).map((row) => lacking(text, row)),
    ...forbidden.filter(({ text: which, needs }) => which.test(text.id) && needs.test(text.text)).map((row) => excess(text, row)),
  ]);

const lacking = (text: ContentText, { mend }: Requirement): Problem =>
  inText(text, 0, { rule: 'C7 lines', message: `${text.id} lacks a line it must carry`, mend, width: 12 });

const excess = (text: ContentText, { needs, mend }: Requirement): Problem =>
  inText(text, Math.max(0, text.typed.search(needs)), { rule: 'C7 lines', message: `${text.id} says what it must not`, mend, width: 12 });
