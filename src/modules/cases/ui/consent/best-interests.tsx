/* For a child without a guardian who is safe: one who was trained proposes, another who supervises decides. The reason is sealed. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'

export function BestInterestsOfConsent({ work }: PartProps) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const [reason, setReason] = useState('')
  const { bestInterests } = work.whole.file.consents
  const propose = () =>
    act(async () => {
      const sealed = await work.seal('narrative', 'reason', reason)
      if (!sealed.ok) return sealed
      const { command, ref } = sealed.value
      return accepted({ all: [command, { about: 'consent', ask: { step: 'propose-best-interests', reason: ref } }] })
    })
  const approve = () => act(() => accepted({ all: [{ about: 'consent', ask: { step: 'approve-best-interests' } }] }))
  return (
    <Panel title={t('consent.best')}>
      <div className="stack">
        <p className="small">{t('consent.best.explain')}</p>
        {bestInterests?.isApproved === true && <Note tone="good">{t('consent.best.approved')}</Note>}
        {bestInterests?.isApproved === false && (
          <>
            <Note>{t('consent.best.proposed')}</Note>
            {work.may('cases.supervise') && bestInterests.by !== work.account && (
              <Button kind="primary" busy={sending} onClick={() => void approve()}>
                {t('consent.best.approve')}
              </Button>
            )}
          </>
        )}
        {bestInterests === null && (
          <>
            <LongTextField label={t('consent.best.reason')} hint={t('consent.sealed.hint')} rows={2} value={reason} onValue={setReason} />
            <div className="form-actions">
              <Button busy={sending} disabled={reason.trim() === ''} onClick={() => void propose()}>
                {t('consent.best.propose')}
              </Button>
            </div>
          </>
        )}
        {error !== null && <ErrorState error={error} />}
      </div>
    </Panel>
  )
}
