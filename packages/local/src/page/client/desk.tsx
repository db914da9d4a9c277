import { ClockBar } from './clock-bar.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { PhoneRail } from './phone-rail.tsx';
import { PersonPanel } from './person-panel.tsx';
import { zoneOf } from './desk-state.ts';
import { useDesk } from './use-desk.ts';

const firstNumber = '+12125550123';
const numberInAddress = (): string | undefined => /^#(\+[1-9]\d{7,14})$/.exec(location.hash)?.[1];

/** Everything on the page: the clock, the phones, the conversation in hand, and the person behind it. */
export function Desk() {
  const hook = useDesk(numberInAddress() ?? firstNumber);
  const { desk, trouble, spoken, isBusy } = hook;
  return (
    <>
      <p class="unseen" role="status">
        {spoken}
      </p>
      <p class={trouble === '' ? 'unseen' : 'trouble'} role="alert">
        {trouble}
      </p>
      {desk === undefined ? (
        <p class="opening">{trouble === '' ? 'Picking up the phones…' : ''}</p>
      ) : (
        <div class="desk">
          <ClockBar desk={desk} hook={hook} />
          <PhoneRail desk={desk} pick={hook.pick} />
          <main class="hand" aria-label={`Phone ${desk.number}`}>
            <Conversation desk={desk} zone={zoneOf(desk)} isBusy={isBusy} />
            <Composer key={desk.number} desk={desk} isBusy={isBusy} send={hook.send} />
          </main>
          <PersonPanel desk={desk} zone={zoneOf(desk)} />
        </div>
      )}
    </>
  );
}
