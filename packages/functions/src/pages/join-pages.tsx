import type { FC } from 'hono/jsx';
import { renderText } from '@breathing-room/core/domain/render';
import type { Guide } from '@breathing-room/core/domain/guide';
import { regionOfZone } from '@breathing-room/core/domain/region-of-zone';
import { type Choice, choiceFields, type JoinProblem, type JoinStep } from './join-form.ts';
import { Sheet } from './page-frame.tsx';
import { SafetyQuestions } from './safety-questions.tsx';
import { sayZone, ZoneField } from './zone-field.tsx';

type Step<Kind extends JoinStep['kind']> = Extract<JoinStep, { kind: Kind }> & { guide: Guide };

const order = ['firstweek', 'selfcare', 'patience', 'boundaries', 'balance28', 'hardtalk'];

/** First page: which notes, and where it is day. */
export const ChoosePage: FC<Step<'choose'>> = ({ guide, choice, problems }) => (
  <Sheet title="Sign up" service={guide.profile.serviceName}>
    <h1>Calm notes, by e-mail</h1>
    <p>One a day at most, by day only, and fewer as time goes on. Each has one thought and one small step.</p>
    <form method="post" action="/join">
      <fieldset>
        <legend>Which notes?</legend>
        {problems.includes('programme') && (
          <p class="problem" role="alert">
            Choose the notes first.
          </p>
        )}
        {order
          .flatMap((id) => guide.content.programmes[id] ?? [])
          .map(({ id, title, summary }) => (
            <label class="pick">
              <input type="radio" name="programme" value={id} checked={id === (choice.programme ?? 'firstweek')} required />
              <span>
                <b>{title}</b>
                <small>{summary}</small>
              </span>
            </label>
          ))}
      </fieldset>
      <div class="field">
        <label for="town">
          Your town or state <span class="soft">(to find your time)</span>
        </label>
        {problems.includes('zone') && (
          <p class="problem" role="alert" id="zone-problem">
            We need your time, so that no note comes at night. Choose a town from the list.
          </p>
        )}
        <input id="town" name="town" autocomplete="off" maxlength={60} />
      </div>
      <ZoneField zone={choice.zone} isWrong={problems.includes('zone')} />
      <PrivateBox isPrivate={choice.isPrivate === true} />
      <button class="do" type="submit" name="step" value="choose">
        Go on
      </button>
    </form>
  </Sheet>
);

const PrivateBox: FC<{ isPrivate: boolean }> = ({ isPrivate }) => (
  <label class="pick">
    <input type="checkbox" name="isPrivate" value="on" checked={isPrivate} />
    <span>
      <b>Keep it private</b>
      <small>Others may see your mail: then notes bear no name and no number.</small>
    </span>
  </label>
);

const Carried: FC<{ choice: Choice }> = ({ choice }) => (
  <>
    {choiceFields(choice).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Second page, before notes that touch on the other person. */
export const QuestionsPage: FC<Step<'questions'>> = ({ guide, choice }) => (
  <Sheet title="Sign up" service={guide.profile.serviceName}>
    <h1>Three questions first</h1>
    <p>They show which notes would be right for you. Your answers are not kept, and any answer leads on.</p>
    <form method="post" action="/join">
      <Carried choice={choice} />
      <SafetyQuestions />
      <button class="do" type="submit" name="step" value="questions">
        Go on
      </button>
    </form>
  </Sheet>
);

/** A button that goes on with a choice. */
export const GoOn: FC<{ choice: Choice; label: string; isOther?: boolean }> = ({ choice, label, isOther = false }) => (
  <form method="post" action="/join">
    <Carried choice={choice} />
    <button class={isOther ? 'do other' : 'do'} type="submit" name="step" value="open">
      {label}
    </button>
  </form>
);

/** Last page: the wording, then the address. */
export const AddressPage: FC<Step<'address'>> = ({ guide, choice, consent, problems, email }) => (
  <Sheet title="Sign up" service={guide.profile.serviceName}>
    <h1>Where to?</h1>
    <p>First you get one mail with a link. Nothing begins before you press the button behind it.</p>
    <form method="post" action="/join">
      <input type="hidden" name="programme" value={choice.programme} />
      <input type="hidden" name="wording" value={consent.id} />
      <Address email={email} problems={problems} />
      <ZoneField zone={choice.zone} />
      <PrivateBox isPrivate={choice.isPrivate} />
      <PinField problems={problems} />
      <label class="pick">
        <input type="checkbox" name="adult" value="on" required {...(problems.includes('adult') && { 'aria-invalid': true })} />
        <span>
          <b>I am 18 or older</b>
          {problems.includes('adult') && (
            <span class="problem" role="alert">
              The notes are for adults. Younger? See the <a href="/help-now">phone numbers for help</a>.
            </span>
          )}
        </span>
      </label>
      <p class="wording">{renderText(consent, { region: regionOfZone(choice.zone), language: 'en' }, guide)}</p>
      <button class="do" type="submit" name="step" value="ask">
        Send me that mail
      </button>
    </form>
    <p class="soft small">Notes follow the time of {sayZone(choice.zone)}.</p>
  </Sheet>
);

const Address: FC<{ email: string | undefined; problems: JoinProblem[] }> = ({ email, problems }) => (
  <div class="field">
    <label for="email">Your e-mail address</label>
    {problems.includes('email') && (
      <p class="problem" role="alert" id="email-problem">
        That is not an address we can write to.
      </p>
    )}
    <input
      id="email"
      name="email"
      type="email"
      autocomplete="email"
      maxlength={254}
      required
      value={email}
      {...(problems.includes('email') && { 'aria-invalid': true, 'aria-describedby': 'email-problem' })}
    />
  </div>
);

const PinField: FC<{ problems: JoinProblem[] }> = ({ problems }) => (
  <div class="field">
    <label for="pin">
      A PIN of four to eight digits <span class="soft">(if you like)</span>
    </label>
    {problems.includes('pin') && (
      <p class="problem" role="alert" id="pin-problem">
        A PIN has four to eight digits and nothing else.
      </p>
    )}
    <input
      id="pin"
      name="pin"
      type="password"
      inputmode="numeric"
      autocomplete="off"
      maxlength={8}
      aria-describedby={problems.includes('pin') ? 'pin-problem pin-use' : 'pin-use'}
      {...(problems.includes('pin') && { 'aria-invalid': true })}
    />
    <p class="soft small" id="pin-use">
      With it you can later see all that we hold.
    </p>
  </div>
);

/** The same for every address, known or not (E4). */
export const AskedPage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="Sign up" service={service}>
    <h1>Look into your mailbox</h1>
    <p>
      If we may write to that address, a mail with a link is on its way. The link works for 48 hours. Nothing begins before you press the
      button behind it.
    </p>
    <p>Nothing there in ten minutes? Look among unwanted mail, or try again tomorrow.</p>
  </Sheet>
);
