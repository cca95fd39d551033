/* The end of the form of a plan: what is still missing, and the button. */
import type { ReactNode } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type PlanForm, missingIn } from './plan.ts'

export function PlanSend({
  form,
  error,
  sending,
  go,
  ready,
  children,
}: {
  readonly form: PlanForm
  readonly error: Error | null
  readonly sending: boolean
  readonly go: string
  readonly ready: boolean
  readonly children?: ReactNode
}) {
  const { t } = useWords()
  const missing = missingIn(form)
  return (
    <div className="stack">
      {children}
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        {missing.length > 0 && (
          <span className="small grow" role="status">
            {t('plan.missing')} {missing.map((one) => t(`plan.missing.${one}`)).join(', ')}.
          </span>
        )}
        <Button kind="primary" type="submit" busy={sending} disabled={!ready}>
          {go}
        </Button>
      </div>
    </div>
  )
}
