import type { FC } from 'hono/jsx';

/** What the answers mean for what is shown next. Nothing of it is stored. */
export type Safety = 'clear' | 'safe' | 'no_contact' | 'unsaid';

/**
 * Reads the three answers. Fear or harm comes before all else; a question left open counts as "rather not say",
 * never as a no.
 */
export function readSafety({ afraid, harmed, apart }: Record<string, string>): Safety {
  if (afraid === 'yes' || harmed === 'yes') return 'safe';
  if (apart === 'yes') return 'no_contact';
  return [afraid, harmed, apart].every((answer) => answer === 'no') ? 'clear' : 'unsaid';
}

const questions = [
  ['afraid', 'Do you ever feel afraid of this person?'],
  ['harmed', 'Do they hurt you, threaten you, force you, or decide who you see, what you spend or where you go?'],
  ['apart', 'Have they asked you not to contact them?'],
] as const;

const answers = [
  ['no', 'No'],
  ['yes', 'Yes'],
  ['unsaid', 'Rather not say'],
] as const;

/** Three plain questions; they point the way and are no test of anything. */
export const SafetyQuestions: FC = () => (
  <>
    {questions.map(([name, question]) => (
      <fieldset>
        <legend>{question}</legend>
        <div class="row">
          {answers.map(([value, word]) => (
            <label class="pick">
              <input type="radio" name={name} value={value} required />
              <span>{word}</span>
            </label>
          ))}
        </div>
      </fieldset>
    ))}
  </>
);
