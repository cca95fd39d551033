/* The PIN of one seat, and what follows from a wrong one: tries left, then the network, then only the rescue. */
import { useState } from 'react'
import { renewLease } from '../../../../app/field/begin-session.ts'
import type { Seat } from '../../../../app/field/holders.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { unlock } from '../../../../app/field/vault.ts'
import type { Refusal } from '../../../../kernel/outcome.ts'
import { Button } from '../../../../app/kit/plain-button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { refusalText, type Translate, useWords } from '../../../../app/words.ts'
import { LockTrouble } from './lock-trouble.tsx'
import { PinPad } from './pin-pad.tsx'
import { RescuePanel } from './rescue-panel.tsx'

export interface PinStepProps {
  readonly seat: Seat
  readonly opened: (vault: OpenVault) => void
  /** The seat may need something else now. */
  readonly changed: () => void
  readonly toNetwork: () => void
}
export function PinStep({ seat, opened, changed, toNetwork }: PinStepProps) {
  const { t } = useWords()
  const [busy, setBusy] = useState(false)
  const [tries, setTries] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (pin: string) => {
    setBusy(true)
    setError(null)
    try {
      const outcome = await unlock(seat.seat, pin, { renew: renewLease })
      if (outcome.ok) return opened(outcome.value)
      setRefusal(outcome.refusal)
      if (['needs-network', 'key-destroyed', 'device-removed'].includes(outcome.refusal.code)) changed()
    } catch (fault) {
      setError(fault)
    }
    setTries((before) => before + 1)
    setBusy(false)
    return undefined
  }
  if (seat.needs === 'rescue') return seat.isRevoked ? <Removed seat={seat.seat} /> : <Destroyed seat={seat.seat} toNetwork={toNetwork} />
  if (seat.needs === 'network') {
    return (
      <Note tone="warn" live>
        <div className="stack" style={{ gap: 8 }}>
          <b>{t('lock.network.title')}</b>
          <p>{t('lock.network.explain')}</p>
          <div>
            <Button kind="primary" onClick={toNetwork}>
              {t('lock.network.go')}
            </Button>
          </div>
        </div>
      </Note>
    )
  }
  return (
    <div className="stack">
      {refusal && !busy && (
        <div role="alert">
          <Note tone="red">{sentence(t, refusal)}</Note>
        </div>
      )}
      {error !== null && <LockTrouble error={error} />}
      {busy && (
        <p className="small" role="status">
          {t('lock.opening')}
        </p>
      )}
      <PinPad key={tries} busy={busy} onPin={(pin) => void attempt(pin)} />
    </div>
  )
}

function sentence(t: Translate, { code, facts }: Refusal): string {
  const left = facts['left']
  if (code === 'wrong-pin') return typeof left === 'number' ? `${t('lock.wrong')} ${t('lock.left', { left })}` : t('lock.wrong')
  if (code === 'lease-over') return t('lock.lease', facts)
  return code === 'offline' ? t('lock.no-network') : refusalText(code, facts)
}

function Removed({ seat }: { readonly seat: number }) {
  return (
    <>
      <Note tone="red">{refusalText('device-removed')}</Note>
      <RescuePanel seat={seat} />
    </>
  )
}

function Destroyed({ seat, toNetwork }: { readonly seat: number; readonly toNetwork: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Note tone="red">
        <b>{t('lock.destroyed.title')}</b>
        <p>{t('lock.destroyed.explain')}</p>
      </Note>
      <RescuePanel seat={seat} />
      <Button onClick={toNetwork}>{t('lock.network.title')}</Button>
    </>
  )
}
