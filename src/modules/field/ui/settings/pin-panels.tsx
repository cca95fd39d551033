/* The PIN changed, and a second one for when somebody is forced to open. */
import { useState } from 'react'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { NewPin } from '../lock/new-pin.tsx'
import { SecretField } from '../lock/pin-pad.tsx'
import { SaidNote } from './said-note.tsx'
import { useAct } from './use-act.ts'

export function PinPanel({ vault }: { readonly vault: OpenVault }) {
  const { t } = useWords()
  const [old, setOld] = useState('')
  const [turn, setTurn] = useState(0)
  const { busy, said, run } = useAct()
  const change = async (pin: string) => {
    const done = await run(async () => {
      const outcome = await vault.changePin(old, pin)
      return outcome.ok ? { ok: true, value: true } : outcome
    }, t('settings.pin.done'))
    if (done === null) return
    setOld('')
    setTurn(turn + 1)
  }
  return (
    <Panel title={t('settings.pin')}>
      <div className="stack">
        <SecretField label={t('settings.pin.old')} value={old} onValue={setOld} />
        <NewPin key={turn} go={t('settings.pin.go')} busy={busy || old === ''} onPin={(pin) => void change(pin)} />
        <SaidNote said={said} />
      </div>
    </Panel>
  )
}

export function DuressPanel({ vault }: { readonly vault: OpenVault }) {
  const { t } = useWords()
  const [own, setOwn] = useState('')
  const [turn, setTurn] = useState(0)
  const { busy, said, run } = useAct()
  const put = async (duress: string | null) => {
    const done = await run(
      async () => {
        const outcome = await vault.setDuressPin(own, duress)
        return outcome.ok ? { ok: true, value: true } : outcome
      },
      t(duress === null ? 'settings.duress.removed' : 'settings.duress.done'),
    )
    if (done === null) return
    setOwn('')
    setTurn(turn + 1)
  }
  return (
    <Panel title={t('settings.duress')}>
      <div className="stack">
        <p>{t('settings.duress.explain')}</p>
        <SecretField label={t('settings.pin.old')} value={own} onValue={setOwn} />
        <NewPin key={turn} go={t('settings.duress.go')} busy={busy || own === ''} onPin={(pin) => void put(pin)} />
        <div className="form-actions">
          <Button disabled={own === ''} busy={busy} onClick={() => void put(null)}>
            {t('settings.duress.remove')}
          </Button>
        </div>
        <SaidNote said={said} />
      </div>
    </Panel>
  )
}
