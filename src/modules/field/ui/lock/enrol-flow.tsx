/*
Enrolling on this telephone, step by step: the officer's code, what it would make of the telephone, the PIN, and then the taking. The PIN comes before
the taking, so that a code is not used up by somebody who turns back; a lost network at any step is tried again with the same code and key.
*/
import { useEffect, useState } from 'react'
import { post } from '../../../../app/api.ts'
import { forgetAnswers } from '../../../../app/who.ts'
import { type EnrolmentCode, type Previewed, codeIn, newDevice, takeEnrolment } from '../../../../app/field/enrol.ts'
import { isFieldDevice } from '../../../../app/device.ts'
import { enrolHolder } from '../../../../app/field/vault.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { CodeStep } from './code-step.tsx'
import { InstallNote } from './install-note.tsx'
import { LockTrouble } from './lock-trouble.tsx'
import { NewPin } from './new-pin.tsx'
import { PreviewStep } from './preview-step.tsx'
import { RestorePanel } from './restore-panel.tsx'

type Step =
  | { readonly at: 'code' }
  | { readonly at: 'preview'; readonly code: EnrolmentCode }
  | { readonly at: 'pin'; readonly code: EnrolmentCode; readonly seen: Previewed }
  | { readonly at: 'done'; readonly seat: number }

export function EnrolFlow() {
  const { t } = useWords()
  const [step, setStep] = useState<Step>(begin)
  // The secret leaves the address at once: it would stay in the browser's history.
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [])
  if (step.at === 'done') return <Done seat={step.seat} />
  return (
    <>
      {!isFieldDevice() && <Note tone="warn">{t('enrol.desk')}</Note>}
      {step.at === 'code' && <CodeStep onCode={(code) => setStep({ at: 'preview', code })} />}
      {step.at === 'preview' && (
        <PreviewStep
          code={step.code}
          onYes={(seen) => setStep({ at: 'pin', code: step.code, seen })}
          onNo={() => setStep({ at: 'code' })}
        />
      )}
      {step.at === 'pin' && <PinStep code={step.code} seen={step.seen} onDone={(seat) => setStep({ at: 'done', seat })} />}
      {step.at === 'code' && <RestorePanel />}
    </>
  )
}

function begin(): Step {
  const code = location.hash === '' ? null : codeIn(location.href)
  return code === null ? { at: 'code' } : { at: 'preview', code }
}

interface PinStepProps {
  readonly code: EnrolmentCode
  readonly seen: Previewed
  readonly onDone: (seat: number) => void
}
function PinStep({ code, seen, onDone }: PinStepProps) {
  const { t } = useWords()
  const [made] = useState(newDevice)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = async (pin: string) => {
    setBusy(true)
    setError(null)
    setRefusal(null)
    try {
      const enrolment = await takeEnrolment(code, made, seen.preview)
      const added = await enrolHolder({ ...enrolment, pin })
      if (added.ok) {
        // What a person at a desk saw and may do here is over.
        await post('/api/auth/sign-out', {}).catch(() => undefined)
        await forgetAnswers()
        onDone(added.value.seat)
      } else setRefusal(refusalText(added.refusal.code, added.refusal.facts))
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('enrol.pin')}>
      <NewPin explains go={t(busy ? 'enrol.taking' : 'enrol.take')} busy={busy} onPin={(pin) => void take(pin)} />
      {refusal !== null && (
        <div role="alert">
          <Note tone="red">{refusal}</Note>
        </div>
      )}
      {error !== null && <LockTrouble error={error} />}
    </Panel>
  )
}

function Done({ seat }: { readonly seat: number }) {
  const { t } = useWords()
  return (
    <Panel title={t('enrol.done', { seat })}>
      <div className="stack">
        <p role="status">{t('enrol.done.explain')}</p>
        <InstallNote />
        <div className="form-actions">
          <Button kind="primary" onClick={() => location.replace('/')}>
            {t('enrol.open')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
