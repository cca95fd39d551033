/*
The locked telephone. It asks no server and shows no name: seats by number and role, a PIN, and what helps when the PIN does not. When the PIN was right
the open part is handed to whoever starts the app.
*/
import { Suspense, lazy, useEffect, useState } from 'react'
import type { Seat } from '../../../../app/field/holders.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { listSeats } from '../../../../app/field/vault.ts'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { Preferences, roleText } from '../../../../app/shell/preferences.tsx'
import { useWords } from '../../../../app/words.ts'
import { LockTrouble } from './lock-trouble.tsx'
import { NetworkStep } from './network-step.tsx'
import { PinStep } from './pin-step.tsx'
import { RescuePanel } from './rescue-panel.tsx'
import '../phone.css'

/** Enrolling reads codes and knows more of the server; who only opens does not wait for it. */
const EnrolFlow = lazy(async () => ({ default: (await import('./enrol-flow.tsx')).EnrolFlow }))

type View = 'seats' | 'pin' | 'network' | 'enrol' | 'rescue'

export interface LockProps {
  readonly opened: (vault: OpenVault) => void
}
export function LockScreen({ opened }: LockProps) {
  const { t } = useWords()
  const [seats, setSeats] = useState<readonly Seat[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    document.title = t('app.name')
  }, [t])
  useEffect(() => {
    listSeats().then(setSeats, setError)
  }, [turn])
  const again = () => {
    setError(null)
    setTurn(turn + 1)
  }
  return (
    <main className="bare lock" id="content">
      <header>
        <h1>{t('app.name')}</h1>
        <p className="small">{t('lock.title')}</p>
      </header>
      {error !== null && <LockTrouble error={error} again={again} />}
      {error === null && seats === null && <Loading />}
      {seats && <Opening seats={seats} opened={opened} again={again} />}
      <div className="columns">
        <Preferences />
      </div>
    </main>
  )
}

function Opening({ seats, opened, again }: LockProps & { readonly seats: readonly Seat[]; readonly again: () => void }) {
  const { t } = useWords()
  const [only] = seats.length === 1 ? seats : []
  const [view, setView] = useState<View>(() =>
    location.pathname === '/field/enrol' || seats.length === 0 ? 'enrol' : only ? 'pin' : 'seats',
  )
  const [chosen, setChosen] = useState<number | null>(only?.seat ?? null)
  const seat = seats.find((one) => one.seat === chosen) ?? null
  const choose = (next: Seat) => {
    setChosen(next.seat)
    setView('pin')
  }
  const back = () => setView(seat === null ? 'seats' : 'pin')
  if (view === 'enrol') {
    return (
      <>
        <Suspense fallback={<Loading />}>
          <EnrolFlow />
        </Suspense>
        {seats.length > 0 && <Button onClick={back}>{t('lock.back')}</Button>}
      </>
    )
  }
  if (seat === null || view === 'seats') return <SeatList seats={seats} choose={choose} enrol={() => setView('enrol')} />
  return (
    <>
      <h2>
        {t('lock.seat', { seat: seat.seat })} · {roleText(seat.role)}
      </h2>
      {view === 'pin' && <PinStep seat={seat} opened={opened} changed={again} toNetwork={() => setView('network')} />}
      {view === 'network' && <NetworkStep seat={seat} opened={opened} />}
      {view === 'rescue' && <RescuePanel seat={seat.seat} />}
      <nav className="row tight" aria-label={t('lock.title')}>
        {view !== 'pin' && <Button onClick={back}>{t('lock.back')}</Button>}
        {view === 'pin' && seats.length > 1 && <Button onClick={() => setView('seats')}>{t('lock.other')}</Button>}
        {view === 'pin' && seat.needs === 'pin' && <Button onClick={() => setView('network')}>{t('lock.forgotten')}</Button>}
        {view !== 'rescue' && <Button onClick={() => setView('rescue')}>{t('lock.rescue')}</Button>}
        {view === 'pin' && seats.length === 1 && <Button onClick={() => setView('enrol')}>{t('lock.new-person')}</Button>}
      </nav>
    </>
  )
}

interface SeatListProps {
  readonly seats: readonly Seat[]
  readonly choose: (seat: Seat) => void
  readonly enrol: () => void
}
function SeatList({ seats, choose, enrol }: SeatListProps) {
  const { t } = useWords()
  return (
    <>
      <h2>{t('lock.who')}</h2>
      <ul className="plain-list seat-list">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <button type="button" className="choice" onClick={() => choose(seat)}>
              <span>
                {t('lock.seat', { seat: seat.seat })} · {roleText(seat.role)}
                {seat.needs !== 'pin' && <small>{t(`lock.seat.needs.${seat.needs}`)}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button onClick={enrol}>{t('lock.new-person')}</Button>
    </>
  )
}
