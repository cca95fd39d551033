/* What every widget of a question is given, and how it says what is wrong. */
import type { QuestionItem } from '../../domain/run/form-view.ts'
import type { RunHands } from './use-form-run.ts'

export interface WidgetProps {
  readonly label: string
  readonly hint: string | undefined
  readonly fault: string | undefined
  readonly item: QuestionItem
  readonly hands: RunHands
}

export function FaultLine({ fault, id }: { readonly fault: string | undefined; readonly id?: string }) {
  if (fault === undefined) return null
  return (
    <div className="field">
      <span className="fault" id={id} role="alert">
        {fault}
      </span>
    </div>
  )
}
