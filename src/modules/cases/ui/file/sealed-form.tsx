/* One text that is sealed here and sent with its steps: the field empties itself only when the server took it. */
import { type ReactNode, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { TextSlot, VaultName } from '../../contract-vault.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import type { CaseWork } from './use-case.ts'
import { useSteps } from './use-steps.ts'

interface Props {
  readonly work: CaseWork
  readonly vault: VaultName
  readonly slot: TextSlot
  readonly label: string
  readonly hint?: string
  readonly go: string
  /** What goes with it, once it is sealed; absent: the text alone. */
  readonly steps?: (ref: SealedRef) => readonly OneCommand[]
  /** The text as it is sealed, where it is more than what was typed. */
  readonly wrap?: (typed: string) => string
  readonly replaces?: string
  readonly start?: string
  readonly onDone?: () => void
  readonly children?: ReactNode
  readonly isReady?: boolean
}
export function SealedForm(props: Props) {
  const { work, label, hint, go, children, isReady = true } = props
  const [text, setText] = useState(props.start ?? '')
  const { act, sending, error } = useSteps(work)
  const send = async () => {
    const done = await act(() => sealedSteps(work, { ...props, text: (props.wrap ?? same)(text.trim()) }))
    if (!done) return
    setText('')
    props.onDone?.()
  }
  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <LongTextField sealed label={label} hint={hint} value={text} onValue={setText} rows={3} maxLength={20_000} />
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={sending} disabled={text.trim() === '' || !isReady}>
          {go}
        </Button>
      </div>
    </form>
  )
}
const same = (text: string): string => text

interface Sealing {
  readonly vault: VaultName
  readonly slot: TextSlot
  readonly text: string
  readonly replaces?: string
  readonly steps?: (ref: SealedRef) => readonly OneCommand[]
}
export async function sealedSteps(
  work: Pick<CaseWork, 'seal'>,
  { vault, slot, text, replaces, steps }: Sealing,
): Promise<Outcome<{ readonly all: readonly OneCommand[] }>> {
  const sealed = await work.seal(vault, slot, text)
  if (!sealed.ok) return sealed
  const { command, ref } = sealed.value
  const keep: OneCommand =
    replaces !== undefined && command.about === 'access' && command.ask.step === 'keep-text'
      ? { about: 'access', ask: { ...command.ask, replaces } }
      : command
  return accepted({ all: [keep, ...(steps?.(ref) ?? [])] })
}
